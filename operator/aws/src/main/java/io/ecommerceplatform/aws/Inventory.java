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

  private record Key(Scope scope, String type) {}

  /** A platform that is kept, and the names in AWS that it wants. */
  private record Followed(Scope scope, Set<String> names) {}

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

  /** From now on what this platform wants is looked at. */
  public void follow(Owner owner, Scope scope, List<WantedItem> wanted) {
    Set<String> names = wanted.stream().map(WantedItem::awsName).collect(Collectors.toSet());
    Followed next = new Followed(scope, names);
    Followed before = platforms.put(owner, next);
    boolean isElsewhere = before == null || !before.scope().equals(scope);
    if (isElsewhere || !before.names().containsAll(names)) {
      kinds.list().stream()
          .filter(kind -> isElsewhere || !kind.isReadInBulk())
          .forEach(kind -> outdate(key(scope, kind)));
    }
  }

  /** The platform is gone. */
  public void forget(Owner owner) {
    platforms.remove(owner);
    attempts.forget(owner);
  }

  /** AWS as one platform sees it; empty while something was not looked at even once. */
  public Optional<ItemWorld> world(Owner owner, Scope scope) {
    Map<String, Scan> scans = new HashMap<>();
    Map<Key, Cell> seen = new HashMap<>();
    for (AwsKind<?> kind : kinds.list()) {
      Key key = key(scope, kind);
      Cell cell = cells.get(key);
      if (cell == null || !(cell.known() || cell.failure().isPresent())) {
        return Optional.empty();
      }
      seen.put(key, cell);
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
  void written(Scope scope, String type) {
    outdate(key(scope, kinds.of(type)));
  }

  /** All of a scope is looked at again; for {@code kubectl ecp refresh} and after a failure. */
  public void refresh(Scope scope) {
    kinds.list().forEach(kind -> outdate(key(scope, kind)));
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
        .filter(
            p ->
                kinds
                    .of(key.type())
                    .type()
                    .regionOf(p.getValue().scope().region())
                    .equals(key.scope().region()))
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
