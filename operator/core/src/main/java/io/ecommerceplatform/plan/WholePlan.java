package io.ecommerceplatform.plan;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.References;
import io.ecommerceplatform.resource.WantedItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan for somebody who looks once: an operator makes an item when those that it refers to are
 * there, in several passes; here all of them stand in one plan.
 */
public final class WholePlan {
  private final Owner owner;
  private final ItemWorld world;
  private final String whyUnknown;

  /**
   * A plan that says more than one pass does.
   *
   * @param whyUnknown for a person: why nobody looked at what the world does not show
   */
  public WholePlan(Owner owner, ItemWorld world, String whyUnknown) {
    this.owner = owner;
    this.world = world;
    this.whyUnknown = whyUnknown;
  }

  /** The plan of one pass with what its later passes do. */
  public Plan of(Plan pass, List<WantedItem> items) {
    List<Action> actions = new ArrayList<>(pass.actions());
    Set<String> told = new HashSet<>();
    pass.actions().forEach(action -> told.add(action.ref().id()));
    new ItemDiff(owner, items, world)
        .verdicts().stream()
            .filter(verdict -> !told.contains(verdict.item().ref().id()))
            .forEach(verdict -> later(verdict).ifPresent(actions::add));
    return Plan.of(actions);
  }

  private Optional<Action> later(ItemVerdict verdict) {
    WantedItem item = verdict.item();
    Optional<String> unseen =
        world
            .scan(item.ref())
            .map(scan -> scan.failure().map(failure -> failure.message()))
            .orElse(Optional.of(whyUnknown));
    if (unseen.isPresent()) {
      return Optional.of(Action.without(Operation.UNKNOWN, item.ref(), "", unseen.get()));
    }
    Set<String> open = References.open(item.settings());
    if (verdict.reason() != Reason.WaitingForAws || open.isEmpty()) {
      return Optional.empty();
    }
    if (verdict.found().isEmpty()) {
      return item.isReadOnly()
          ? Optional.empty()
          : Optional.of(Action.createItem(item, new ItemOwner(owner).tags(item)));
    }
    return Optional.of(
        Action.without(
            Operation.UPDATE,
            item.ref(),
            verdict.found().get().id(),
            "to what is known after apply: " + String.join(", ", open)));
  }
}
