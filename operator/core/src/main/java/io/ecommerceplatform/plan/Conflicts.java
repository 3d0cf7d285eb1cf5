package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.WantedItem;

/** What is said about an item that is there and not ours. */
final class Conflicts {
  /** Only who may change it in AWS may say that its platform is gone. */
  private static final String ABANDONED =
      "; it is taken over only after somebody took its tag %s off".formatted(ItemOwner.OWNER);

  private Conflicts() {}

  static String message(WantedItem item, FoundItem found) {
    String owner = found.tags().get(ItemOwner.OWNER);
    String name = item.type().name() + "/" + item.awsName();
    if (!item.type().isAdoptable()) {
      return "exists in AWS, belongs to something that is not ours, and cannot be taken over; delete it there, or give yours another name";
    }
    return owner == null
        ? "exists in AWS and is not ours; %s, or take it over with spec.aws.adopt: [%s]"
            .formatted(wayOut(item), name)
        : "exists in AWS and belongs to platform %s; %s%s"
            .formatted(owner, wayOut(item), item.adopted() ? ABANDONED : "");
  }

  /** What is part of something else is named after it, as a record after its host. */
  private static String wayOut(WantedItem item) {
    return item.type().identity() == Identity.CHILD
        ? "have yours answer to another name than " + item.awsName()
        : "give yours another awsName";
  }
}
