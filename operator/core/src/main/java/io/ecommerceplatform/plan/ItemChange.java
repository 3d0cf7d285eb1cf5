package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.WantedItem;
import java.util.Map;
import java.util.Optional;

/**
 * What an action does in AWS.
 *
 * @param wanted the item that should be; absent when nobody wants it
 * @param tags all its tags
 * @param found what is there; absent when it is made
 */
public record ItemChange(
    Optional<WantedItem> wanted, Map<String, String> tags, Optional<FoundItem> found) {

  public ItemChange {
    tags = Map.copyOf(tags);
  }
}
