package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.client.AwsErrors;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.Interest;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.Scan;
import io.ecommerceplatform.resource.WantedItem;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is in AWS, as the last looks showed it; platforms of one scope share them. Looking at this
 * costs no call: {@link #tick} looks at what is due, and tells whose picture changed.
 */
public final class Inventory {
  private static final System.Logger LOG = System.getLogger(Inventory.class.getName());
  private static final Duration BULK = Duration.ofMinutes(5);
  private static final Duration ONE_BY_ONE = Duration.ofMinutes(60);

  /** What another operator made right before this one started is in every list after this. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final Kinds kinds;
  private final Accounts accounts;
  private final Attempts attempts;
  private final InstantSource clock;
  private final Executor executor;
  private final Consumer<Owner> changed;
  private final Instant settledAt;
  private final Map<Key, Cell> cells = new ConcurrentHashMap<>();
  private final Map<Owner, Followed> platforms = new ConcurrentHashMap<>();
  private final Map<Scope, TagIndex> tagged = new ConcurrentHashMap<>();

  /** Who waits for looks at everything, and since when. */
  private final Map<Owner, Instant> refreshing = new ConcurrentHashMap<>();

  private record Key(Scope scope, String type) {}

  /** A platform that is kept, where else it has copies, and the names in AWS that it wants. */
  private record Followed(Scope scope, Set<String> others, Set<String> names) {}

  /**
   * An inventory that knows nothing yet.
   *
   * @param executor looks run there, as they may take long
   * @param changed is told whose picture changed
   */
  public Inventory(
      Kinds kinds,
      Accounts accounts,
      Attempts attempts,
      InstantSource clock,
      Executor executor,
      Consumer<Owner> changed) {
    this.kinds = kinds;
    this.accounts = accounts;
    this.attempts = attempts;
    this.clock = clock;
    this.executor = executor;
    this.changed = changed;
    settledAt = clock.instant().plus(SETTLING);
  }

  /**
   * From now on what this platform wants is looked at.
   *
   * @param others regions that may have copies of its data
   */
  public void follow(Owner owner, Scope scope, Collection<String> others, List<WantedItem> wanted) {
    Set<String> names = wanted.stream().map(WantedItem::awsName).collect(Collectors.toSet());
    Optional<Followed> before =
        Optional.ofNullable(platforms.get(owner)).filter(f -> f.scope().equals(scope));
    Set<String> everywhere = new HashSet<>(others);
    // what was there before the field changed is still to go
    before.ifPresent(
        f -> f.others().stream().filter(r -> has(owner, scope, r)).forEach(everywhere::add));
    Followed next = new Followed(scope, everywhere, names);
    platforms.put(owner, next);
    boolean hasNews = before.filter(f -> f.names().containsAll(names)).isEmpty();
    for (AwsKind<?> kind : kinds.list()) {
      Set<Key> known = before.map(f -> keys(f, kind)).orElse(Set.of());
      keys(next, kind).stream()
          .filter(key -> !known.contains(key) || (hasNews && !kind.isReadInBulk()))
          .forEach(this::outdate);
    }
  }

  /** True when something of the platform was seen in another region. */
  private boolean has(Owner owner, Scope scope, String region) {
    ItemOwner of = new ItemOwner(owner);
    return kinds.list().stream()
        .filter(AwsKind::isInOtherRegions)
        .map(kind -> cells.get(key(new Scope(scope.identity(), region), kind)))
        .filter(Objects::nonNull)
        .anyMatch(cell -> cell.reading().items().stream().anyMatch(of::owns));
  }

  /** Where the items of a kind are that a platform has. */
  private static Set<Key> keys(Followed platform, AwsKind<?> kind) {
    Set<Key> keys = new HashSet<>(Set.of(key(platform.scope(), kind)));
    if (kind.isInOtherRegions()) {
      platform.others().stream()
          .map(region -> new Scope(platform.scope().identity(), region))
          .forEach(scope -> keys.add(key(scope, kind)));
    }
    return keys;
  }

  private Set<Key> keys(Owner owner, Scope scope, AwsKind<?> kind) {
    Followed platform = platforms.get(owner);
    return keys(platform == null ? new Followed(scope, Set.of(), Set.of()) : platform, kind);
  }

  /** The platform is gone. */
  public void forget(Owner owner) {
    platforms.remove(owner);
    refreshing.remove(owner);
    attempts.forget(owner);
  }

  /** AWS as one platform sees it; empty while something was not looked at even once. */
  public Optional<ItemWorld> world(Owner owner, Scope scope) {
    Map<String, Scan> scans = new HashMap<>();
    Map<Key, Cell> seen = new HashMap<>();
    for (AwsKind<?> kind : kinds.list()) {
      for (Key key : keys(owner, scope, kind)) {
        Cell cell = cells.get(key);
        if (cell == null || !(cell.known() || cell.failure().isPresent())) {
          return Optional.empty();
        }
        seen.put(key, cell);
      }
    }
    Map<String, String> owners = owners(seen.values());
    seen.forEach(
        (key, cell) ->
            scans.put(ItemWorld.key(key.type(), key.scope().region()), scan(cell, owners)));
    return Optional.of(
        new ItemWorld(scans, attempts.of(owner), account(scope), settledAt, clock.instant()));
  }

  private Optional<String> account(Scope scope) {
    return Optional.ofNullable(tagged.get(scope)).flatMap(TagIndex::account);
  }

  private static Scan scan(Cell cell, Map<String, String> owners) {
    List<FoundItem> items =
        cell.reading().items().stream().map(item -> owned(item, cell.reading(), owners)).toList();
    return new Scan(cell.startedAt(), items, cell.failure());
  }

  /** What has no tags belongs to whom all its parents belong. */
  private static FoundItem owned(FoundItem item, Reading reading, Map<String, String> owners) {
    if (item.type().identity() != Identity.CHILD) {
      return item;
    }
    Set<String> all =
        reading.parents().getOrDefault(item.id(), List.of()).stream()
            .map(parent -> owners.getOrDefault(parent, ""))
            .collect(Collectors.toSet());
    String owner = all.size() == 1 ? all.iterator().next() : "";
    return owner.isEmpty()
        ? item
        : item.with(Map.of(ItemOwner.OWNER, owner, ItemOwner.ITEM, item.awsName()));
  }

  private static Map<String, String> owners(Collection<Cell> seen) {
    Map<String, String> owners = new HashMap<>();
    seen.stream()
        .flatMap(cell -> cell.reading().items().stream())
        .filter(item -> item.tags().containsKey(ItemOwner.OWNER))
        .filter(item -> item.outputs().containsKey("arn"))
        .forEach(i -> owners.put(i.outputs().get("arn"), i.tags().get(ItemOwner.OWNER)));
    return owners;
  }

  /** Something of this type was written: what was seen of it is old. */
  void written(String identity, ObjectRef item) {
    outdate(new Key(new Scope(identity, item.namespace()), item.kind()));
  }

  /**
   * All that the platform sees is looked at again; it is told when the last look has ended. Before
   * it is followed there is nothing old to look at.
   */
  public void refresh(Owner owner) {
    refreshing.put(owner, clock.instant());
    Followed followed = platforms.get(owner);
    if (followed != null) {
      tagged.forEach(
          (scope, index) -> {
            if (scope.identity().equals(followed.scope().identity())) {
              index.outdate();
            }
          });
      kinds.list().forEach(kind -> keys(followed, kind).forEach(this::outdate));
    }
  }

  private void outdate(Key key) {
    cells.compute(
        key,
        (k, cell) ->
            Objects.requireNonNullElseGet(cell, () -> Cell.unknown(clock.instant()))
                .outdated(clock.instant()));
  }

  private static Key key(Scope scope, AwsKind<?> kind) {
    return new Key(
        new Scope(scope.identity(), kind.type().regionOf(scope.region())), kind.type().name());
  }

  /** Starts a look at everything that is due. */
  public void tick() {
    Instant now = clock.instant();
    for (Key key : List.copyOf(cells.keySet())) {
      Cell[] started = new Cell[1];
      cells.computeIfPresent(
          key,
          (k, cell) -> {
            if (!cell.isDue(now) || followers(key).isEmpty()) {
              return cell;
            }
            started[0] = cell;
            return cell.started();
          });
      if (started[0] != null) {
        executor.execute(() -> look(key));
      }
    }
  }

  private List<Owner> followers(Key key) {
    return platforms.entrySet().stream()
        .filter(p -> p.getValue().scope().identity().equals(key.scope().identity()))
        .filter(p -> keys(p.getValue(), kinds.of(key.type())).contains(key))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void look(Key key) {
    Instant began = clock.instant();
    AwsKind<?> kind = kinds.of(key.type());
    try {
      Clients clients = accounts.of(key.scope().identity(), key.scope().region());
      TagIndex index = tagged.computeIfAbsent(key.scope(), s -> new TagIndex(clock));
      index.read(key.scope(), accounts);
      Reading reading = Reading.of(kind, clients, interest(key, index));
      Duration rest = kind.isReadInBulk() ? BULK : ONE_BY_ONE;
      Instant regular = began.plus(reading.isMoving() ? Cell.SOON : rest);
      Instant due = nextLook(key, kind, began).filter(regular::isAfter).orElse(regular);
      Cell before = cells.get(key);
      cells.compute(key, (k, cell) -> cell.seen(reading, began, due));
      tell(key, before, reading);
    } catch (RuntimeException e) {
      if (!(e instanceof SdkException)) {
        LOG.log(Level.ERROR, "reading " + key.type() + " failed", e);
      }
      ItemFailure why =
          AwsErrors.of(
              e, "reading " + key.type(), accounts.shown(key.scope().identity()), clock.instant());
      Cell before = cells.get(key);
      cells.compute(key, (k, cell) -> cell.failed(why));
      if (before.failure().map(ItemFailure::message).filter(why.message()::equals).isEmpty()) {
        followers(key).forEach(changed);
      }
    }
    followers(key).forEach(this::finish);
  }

  private void finish(Owner owner) {
    Instant since = refreshing.get(owner);
    Followed followed = platforms.get(owner);
    boolean isDone =
        since != null
            && followed != null
            && world(owner, followed.scope()).filter(w -> w.isReadSince(since)).isPresent();
    if (isDone && refreshing.remove(owner, since)) {
      changed.accept(owner);
    }
  }

  /** When a look is worth it before its time: it will show for certain what is there. */
  private Optional<Instant> nextLook(Key key, AwsKind<?> kind, Instant began) {
    // nobody could be certain of what was written a moment ago until the next regular look
    Optional<Instant> shown = attempts.shownAt(followers(key), key.type(), began);
    boolean isUnsettled = kind.type().identity() == Identity.TAG && began.isBefore(settledAt);
    return Stream.concat(shown.stream(), isUnsettled ? Stream.of(settledAt) : Stream.empty())
        .min(Comparator.naturalOrder())
        .map(when -> when.plusMillis(1));
  }

  private Interest interest(Key key, TagIndex index) {
    Stream<String> wanted =
        followers(key).stream()
            .map(platforms::get)
            .filter(Objects::nonNull)
            .flatMap(followed -> followed.names().stream());
    return new Interest(
        Stream.of(wanted, index.names().stream(), seen(key.scope()))
            .flatMap(names -> names)
            .collect(Collectors.toSet()));
  }

  /**
   * What was there at the last look, until one shows that it is gone: nobody may want it any more,
   * and the index of tags does not have it yet, when it was made a few minutes ago.
   */
  private Stream<String> seen(Scope scope) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().scope().identity().equals(scope.identity()))
        .flatMap(cell -> cell.getValue().reading().items().stream())
        .filter(item -> !ItemOwner.isNobodys(item))
        .map(FoundItem::awsName);
  }

  /** Whose items changed, and everybody who waited for this look. */
  private void tell(Key key, Cell before, Reading now) {
    boolean news = !before.known() || before.failure().isPresent();
    Set<FoundItem> differing = new HashSet<>(now.items());
    before.reading().items().forEach(item -> toggle(differing, item));
    if (!news && differing.isEmpty()) {
      followers(key).stream().filter(attempts::isWaiting).forEach(changed);
      return;
    }
    followers(key).forEach(changed);
  }

  private static void toggle(Set<FoundItem> items, FoundItem item) {
    if (!items.remove(item)) {
      items.add(item);
    }
  }
}
