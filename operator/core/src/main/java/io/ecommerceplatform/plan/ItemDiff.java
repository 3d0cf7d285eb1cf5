package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Attempt;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.References;
import io.ecommerceplatform.resource.Scan;
import io.ecommerceplatform.resource.WantedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the items that are wanted in AWS with those that are there. */
public final class ItemDiff {
  /**
   * Taken by AWS more often than a change has parts that go one after another, it has no effect.
   */
  private static final int ENOUGH = 3;

  /** Two minutes or so: tags of what was just made may be late, and its answer may be lost. */
  private static final int TAKEN = 8;

  private final ItemOwner owner;
  private final List<WantedItem> wanted;
  private final ItemWorld world;
  private final Map<ObjectRef, WantedItem> byRef = new HashMap<>();

  public ItemDiff(Owner owner, List<WantedItem> wanted, ItemWorld world) {
    this.owner = new ItemOwner(owner);
    this.wanted = List.copyOf(wanted);
    this.world = world;
    wanted.forEach(item -> byRef.put(item.ref(), item));
  }

  /** What is to be done: for what is wanted, and about what nobody wants any more. */
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    verdicts().forEach(verdict -> verdict.action().ifPresent(actions::add));
    actions.addAll(new ItemRemoval(world).of(unwanted()));
    return actions;
  }

  /** One for each wanted item, in their order. */
  public List<ItemVerdict> verdicts() {
    return wanted.stream().map(this::judge).toList();
  }

  /** Ours, and wanted by nobody. */
  Map<ObjectRef, FoundItem> unwanted() {
    Set<FoundItem> claimed = new HashSet<>();
    wanted.stream()
        .map(item -> item.resolved(this::known))
        .forEach(item -> world.find(item, owner).ifPresent(claimed::add));
    return world
        .of(owner)
        .filter(entry -> !claimed.contains(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  /** What nobody wants any more and AWS does not let go. */
  public Map<ObjectRef, ItemFailure> refusedRemovals() {
    Map<ObjectRef, ItemFailure> refused = new TreeMap<>();
    unwanted()
        .keySet()
        .forEach(
            ref ->
                world
                    .attempt(ref)
                    .filter(attempt -> attempt.wanted().isEmpty())
                    .flatMap(Attempt::failure)
                    .ifPresent(failure -> refused.put(ref, failure)));
    return refused;
  }

  /** How bad a failure is, and what a person reads about it. */
  public static Reason reason(ItemFailure failure) {
    return switch (failure.kind()) {
      case THROTTLED, TRANSIENT -> Reason.AwsUnreachable;
      case BUSY, PROPAGATING, NOT_FOUND -> Reason.WaitingForAws;
      case EXISTS -> Reason.Conflict;
      case ABSENT -> Reason.AwsItemNotFound;
      case DENIED -> Reason.AwsDenied;
      case QUOTA -> Reason.QuotaExceeded;
      case INVALID -> Reason.AwsRefused;
    };
  }

  /** An output of an item that is wanted, as soon as it is known. */
  public Optional<String> known(Reference reference) {
    if (reference.item().kind().equals(Reference.ACCOUNT)) {
      return world.account();
    }
    return Optional.ofNullable(byRef.get(reference.item()))
        .flatMap(item -> world.find(item, owner).filter(found -> isOurs(item, found)))
        .map(found -> found.outputs().get(reference.output()));
  }

  private boolean isOurs(WantedItem item, FoundItem found) {
    return owner.owns(found) || item.isReadOnly();
  }

  private ItemVerdict judge(WantedItem raw) {
    WantedItem item = raw.resolved(this::known);
    Optional<Scan> scan = world.scan(item.ref());
    if (scan.isEmpty()) {
      return ItemVerdict.waiting(item, Optional.empty(), "AWS is being read");
    }
    Optional<FoundItem> found = world.find(item, owner);
    return found.map(f -> present(item, f, scan.get())).orElseGet(() -> absent(item, scan.get()));
  }

  private ItemVerdict absent(WantedItem item, Scan scan) {
    Optional<Attempt> attempt = world.attempt(item.ref());
    Optional<ItemFailure> failure = scan.failure().or(() -> notDue(item, attempt));
    if (failure.isPresent()) {
      return failed(item, Optional.empty(), failure.get());
    }
    if (item.type().identity() == Identity.TAG && scan.startedAt().isBefore(world.settledAt())) {
      return ItemVerdict.waiting(item, Optional.empty(), "AWS is looked at once more first");
    }
    if (isFenced(item, attempt, scan)) {
      return ItemVerdict.waiting(item, Optional.empty(), "was made; AWS does not show it yet");
    }
    if (isInVain(item, attempt, TAKEN)) {
      return ItemVerdict.stuck(item, Optional.empty(), Reason.Conflict, taken(item));
    }
    Set<String> open = References.open(item.settings());
    if (item.isReadOnly()) {
      return ItemVerdict.stuck(
          item, Optional.empty(), Reason.AwsItemNotFound, item.whenAbsent().orElseThrow());
    }
    Action create = Action.createItem(item, owner.tags(item));
    return open.isEmpty()
        ? ItemVerdict.acting(item, Optional.empty(), create)
        : ItemVerdict.waiting(item, Optional.empty(), "waits for " + String.join(", ", open));
  }

  private ItemVerdict present(WantedItem item, FoundItem found, Scan scan) {
    Optional<FoundItem> there = Optional.of(found);
    if (item.isReadOnly()) {
      return healthy(item, found);
    }
    if (!owner.owns(found)) {
      return foreign(item, found);
    }
    if (found.health() instanceof ItemHealth.Deleting) {
      return ItemVerdict.waiting(item, there, "is being deleted; it is made again after that");
    }
    Set<String> open = References.open(item.settings());
    if (!open.isEmpty()) {
      return ItemVerdict.waiting(item, there, "waits for " + String.join(", ", open));
    }
    List<FieldChange> changes = changes(item, found);
    Optional<Attempt> attempt = world.attempt(item.ref());
    if (changes.isEmpty()) {
      return healthy(item, found);
    }
    if (found.health() instanceof ItemHealth.Progressing(String why) && mayWait(item, changes)) {
      return ItemVerdict.waiting(item, there, why + "; then it is changed");
    }
    if (isReplacement(changes)) {
      return replacement(item, found, changes);
    }
    Optional<ItemFailure> failure = notDue(item, attempt);
    if (failure.isPresent()) {
      return failed(item, there, failure.get());
    }
    if (attempt.isPresent() && !attempt.get().at().isBefore(scan.startedAt())) {
      return ItemVerdict.waiting(item, there, "was changed; AWS does not show it yet");
    }
    Action update = Action.changeItem(Operation.UPDATE, item, owner.tags(item), found, changes);
    return isInVain(item, attempt, ENOUGH)
        ? ItemVerdict.stuck(item, there, Reason.NotConverging, inVain(changes))
        : ItemVerdict.acting(item, there, update);
  }

  /** What holds data is never replaced, and while it is made not all of it can be seen. */
  private static boolean mayWait(WantedItem item, List<FieldChange> changes) {
    return item.type().holdsData() || !isReplacement(changes);
  }

  private static boolean isReplacement(List<FieldChange> changes) {
    return changes.stream().anyMatch(FieldChange::forcesReplacement);
  }

  private List<FieldChange> changes(WantedItem item, FoundItem found) {
    List<FieldChange> changes =
        new ArrayList<>(ItemFields.changes(item.type(), item.settings(), found.settings()));
    if (item.type().identity() != Identity.CHILD) {
      changes.addAll(ItemFields.tags(owner.tags(item), found.tags()));
    }
    return changes;
  }

  private ItemVerdict foreign(WantedItem item, FoundItem found) {
    // what another platform has is not this one's to take, whatever its resource says
    if (item.adopted() && item.type().isAdoptable() && ItemOwner.isNobodys(found)) {
      List<FieldChange> changes = ItemFields.tags(owner.tags(item), found.tags());
      return ItemVerdict.acting(
          item,
          Optional.of(found),
          Action.changeItem(Operation.ADOPT, item, owner.tags(item), found, changes));
    }
    return new ItemVerdict(
        item,
        Optional.of(found),
        Reason.Conflict,
        Conflicts.message(item, found),
        Optional.of(
            Action.without(Operation.CONFLICT, item.ref(), "", Conflicts.message(item, found))));
  }

  private ItemVerdict replacement(WantedItem item, FoundItem found, List<FieldChange> changes) {
    if (isOrigin(item, changes)) {
      return ItemVerdict.stuck(
          item, Optional.of(found), Reason.ReplacementRequired, Restoring.beside(item));
    }
    if (item.type().holdsData()) {
      return ItemVerdict.stuck(
          item,
          Optional.of(found),
          Reason.ReplacementRequired,
          "%s cannot be changed in place, and what is in it would be lost: set it back, or list a new one under another name and move the data"
              .formatted(
                  changes.stream()
                      .filter(FieldChange::forcesReplacement)
                      .map(FieldChange::path)
                      .collect(Collectors.joining(", "))));
    }
    return ItemVerdict.acting(
        item,
        Optional.of(found),
        Action.changeItem(Operation.REPLACE, item, owner.tags(item), found, changes));
  }

  private static boolean isOrigin(WantedItem item, List<FieldChange> changes) {
    return changes.stream()
        .anyMatch(change -> item.type().rules().get(change.path()) == FieldRule.ORIGIN);
  }

  private static ItemVerdict healthy(WantedItem item, FoundItem found) {
    Optional<FoundItem> there = Optional.of(found);
    return switch (found.health()) {
      case ItemHealth.Ready() ->
          new ItemVerdict(item, there, Reason.AllReady, "", Optional.empty());
      case ItemHealth.Progressing(String why) -> ItemVerdict.waiting(item, there, why);
      case ItemHealth.Waiting(String why) -> ItemVerdict.waiting(item, there, why);
      case ItemHealth.Deleting() -> ItemVerdict.waiting(item, there, "is being deleted");
      case ItemHealth.Scheduled(String when) ->
          ItemVerdict.stuck(item, there, Reason.AwsItemFailed, "AWS deletes it at " + when);
      case ItemHealth.Failed(String why) ->
          ItemVerdict.stuck(item, there, Reason.AwsItemFailed, why);
    };
  }

  private static ItemVerdict failed(
      WantedItem item, Optional<FoundItem> found, ItemFailure failure) {
    return ItemVerdict.stuck(item, found, reason(failure), failure.message());
  }

  private Optional<ItemFailure> notDue(WantedItem item, Optional<Attempt> attempt) {
    return attempt
        .filter(a -> a.wanted().equals(hash(item)))
        .flatMap(Attempt::failure)
        .filter(failure -> !failure.isDue(world.now()));
  }

  /** Without a name even a call that failed may have made one: its answer may be what was lost. */
  private static boolean isFenced(WantedItem item, Optional<Attempt> attempt, Scan scan) {
    return attempt
        .filter(a -> a.failure().isEmpty() || item.type().identity() == Identity.TAG)
        .filter(a -> scan.startedAt().isBefore(a.shownAt()))
        .isPresent();
  }

  private boolean isInVain(WantedItem item, Optional<Attempt> attempt, int enough) {
    return attempt
        .filter(a -> a.failure().isEmpty() && a.repeated() >= enough)
        .filter(a -> a.isOfOneRow(world.now()))
        .filter(a -> a.wanted().equals(hash(item)))
        .isPresent();
  }

  private static String taken(WantedItem item) {
    return "AWS says that %s is there already, and does not show it here: another account has the name, or it is on its way out; use another awsName, or wait, as it is tried again every hour"
        .formatted(item.awsName());
  }

  private static String inVain(List<FieldChange> changes) {
    return "AWS takes the change of %s and keeps the old value; set the field to what AWS has, or take it out"
        .formatted(changes.stream().map(FieldChange::path).collect(Collectors.joining(", ")));
  }

  /** Of what is wanted of an item; two attempts with the same one asked for the same. */
  public static String hash(WantedItem item) {
    ObjectNode all = item.settings().deepCopy();
    item.tags().forEach((key, value) -> all.put("tags/" + key, value));
    return Json.hash(all.put("policy", item.deletionPolicy().name()));
  }
}
