package io.ecommerceplatform.plan;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.WantedItem;
import java.util.Optional;

/**
 * What is to be said about one wanted item, and what is to be done about it.
 *
 * @param item the wanted one, with what is known in the place of its references
 * @param found what is there
 * @param reason {@link Reason#AllReady} when it is there and as it should be
 * @param message for a person; empty when there is nothing to say
 * @param action what brings it nearer to what is wanted
 */
public record ItemVerdict(
    WantedItem item,
    Optional<FoundItem> found,
    Reason reason,
    String message,
    Optional<Action> action) {

  static ItemVerdict waiting(WantedItem item, Optional<FoundItem> found, String message) {
    return new ItemVerdict(item, found, Reason.WaitingForAws, message, Optional.empty());
  }

  static ItemVerdict stuck(
      WantedItem item, Optional<FoundItem> found, Reason reason, String message) {
    return new ItemVerdict(item, found, reason, message, Optional.empty());
  }

  static ItemVerdict acting(WantedItem item, Optional<FoundItem> found, Action action) {
    return new ItemVerdict(
        item, found, Reason.WaitingForAws, "is to be " + done(action), Optional.of(action));
  }

  public boolean isReady() {
    return reason == Reason.AllReady;
  }

  private static String done(Action action) {
    return switch (action.operation()) {
      case CREATE -> "created";
      case ADOPT -> "taken over";
      case REPLACE -> "replaced";
      default -> "changed";
    };
  }
}
