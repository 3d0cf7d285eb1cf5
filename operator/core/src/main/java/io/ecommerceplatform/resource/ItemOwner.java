package io.ecommerceplatform.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whose an item is, as its tags say it. */
public record ItemOwner(Owner owner) {
  /** Tag of everything that an operator made. */
  public static final String OWNER = "ecommerceplatform.io/owner";

  /** Tag with the item's name in the resource. */
  public static final String ITEM = "ecommerceplatform.io/item";

  /** Tag that says what becomes of it when nobody wants it any more. */
  public static final String DELETION_POLICY = "ecommerceplatform.io/deletion-policy";

  public String text() {
    return owner.installation() + "/" + owner.namespace() + "/" + owner.platform();
  }

  /** All tags that an item has from us: those of the user first, so that ours win. */
  public Map<String, String> tags(WantedItem item) {
    Map<String, String> tags = new LinkedHashMap<>(item.tags());
    tags.put(OWNER, text());
    tags.put(ITEM, item.ref().name());
    tags.put(DELETION_POLICY, item.deletionPolicy().name());
    return tags;
  }

  /** True when no operator made it, or none has it any more. */
  public static boolean isNobodys(FoundItem found) {
    return !found.tags().containsKey(OWNER);
  }

  public boolean owns(FoundItem found) {
    return text().equals(found.tags().get(OWNER));
  }

  /** True when it is the one that the item's tags name. */
  public boolean owns(FoundItem found, WantedItem item) {
    return owns(found) && item.ref().name().equals(found.tags().get(ITEM));
  }
}
