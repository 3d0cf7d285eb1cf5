package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The only difference that the project knows: between desired and observed objects of one owner.
 *
 * @param owner whose objects count as ours
 * @param manager our field manager's name
 */
public record Diff(Owner owner, String manager) {
  /** Label of what outlives its place in the spec. */
  public static final String DELETION_POLICY = LiveObject.DELETION_POLICY;

  public static final String RETAIN = LiveObject.RETAIN;

  private static final Set<String> SECRET_CONTENT = Set.of("data", "stringData");

  /** The actions that turn the observed world into the desired one, ordered for reading. */
  public Plan plan(Desired desired, Observed observed) {
    List<Action> actions = new ArrayList<>();
    Set<ObjectRef> wanted = new HashSet<>();
    for (GeneratedSecret secret : desired.secrets()) {
      wanted.add(secret.ref());
      generate(secret, observed).ifPresent(actions::add);
    }
    for (Manifest manifest : desired.objects()) {
      wanted.add(manifest.ref());
      compare(manifest, observed).ifPresent(actions::add);
    }
    desired.held().stream().map(Held::ref).forEach(wanted::add);
    observed.objects().values().stream()
        .filter(live -> live.isOf(owner) && !wanted.contains(live.ref()))
        .filter(live -> !live.isBeingDeleted() && !observed.isInUse(live.ref()))
        .filter(live -> !Removal.waits(live, observed, owner))
        .map(live -> Removal.of(live, observed, owner))
        .forEach(actions::add);
    actions.addAll(new ItemDiff(owner, desired.items(), observed.items()).actions());
    return Plan.of(actions);
  }

  private Optional<Action> generate(GeneratedSecret secret, Observed observed) {
    Optional<LiveObject> live = observed.find(secret.ref());
    if (live.isEmpty()) {
      return Optional.of(Action.generate(secret));
    }
    return live.get().isOf(owner)
        ? secret.renewal().map(content -> Action.rotate(content, live.get().uid()))
        : Optional.of(conflict(secret.ref()));
  }

  private Optional<Action> compare(Manifest manifest, Observed observed) {
    Optional<LiveObject> found = observed.find(manifest.ref());
    if (found.isEmpty()) {
      return Optional.of(Action.create(manifest));
    }
    LiveObject live = found.get();
    if (!live.isOf(owner)) {
      return Optional.of(conflict(manifest.ref()));
    }
    if (live.isBeingDeleted()) {
      return Optional.empty(); // created again when it is gone
    }
    Manifest sent = ReplicaHandover.carry(manifest, live, manager);
    List<FieldChange> changes = changes(sent, live);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    if (changes.stream().noneMatch(FieldChange::forcesReplacement)) {
      return Optional.of(Action.change(Operation.UPDATE, sent, live.uid(), changes));
    }
    return Optional.of(
        VolumeTemplates.growth(sent, live, changes)
            .orElse(Action.change(Operation.REPLACE, sent, live.uid(), changes)));
  }

  private List<FieldChange> changes(Manifest manifest, LiveObject live) {
    List<FieldChange> changes = new ArrayList<>(Containment.missing(manifest.json(), live.json()));
    changes.addAll(OwnedFields.noLongerDesired(manifest.json(), live.json(), manager));
    String kind = manifest.ref().kind();
    return changes.stream()
        .map(c -> Immutability.forcesReplacement(kind, c) ? c.forcingReplacement() : c)
        .map(c -> kind.equals("Secret") && isContent(c) ? c.masked() : c)
        .toList();
  }

  // without the last step of its path too: data that was not there before is one change
  private static boolean isContent(FieldChange change) {
    return SECRET_CONTENT.contains(change.path().split("\\.", 2)[0]);
  }

  private Action conflict(ObjectRef ref) {
    return Action.without(
        Operation.CONFLICT,
        ref,
        "",
        "%s exists and is not ours; delete it, or hand it over with: kubectl label %s %s -n %s %s"
            .formatted(
                ref,
                ref.kind().toLowerCase(Locale.ROOT),
                ref.name(),
                ref.namespace(),
                owner.labels().entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(" "))));
  }
}
