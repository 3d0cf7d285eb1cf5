package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.WantedItem;

/** What is said about an item that is there and not ours. */
final class Conflicts {
  private Conflicts() {}

  static String message(WantedItem item, FoundItem found) {
    String owner = found.tags().get(ItemOwner.OWNER);
    String name = item.type().name() + "/" + item.awsName();
    if (!item.type().isAdoptable()) {
      return "exists in AWS, belongs to something that is not ours, and cannot be taken over; delete it there, or give yours another name";
    }
    return owner == null
        ? "exists in AWS and is not ours; give yours another awsName, or take it over with spec.aws.adopt: [%s]"
            .formatted(name)
        : "exists in AWS and belongs to platform %s; give yours another awsName".formatted(owner);
  }
}
