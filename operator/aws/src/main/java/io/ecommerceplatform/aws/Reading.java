package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.Found;
import io.ecommerceplatform.aws.kind.Interest;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a look at one type showed.
 *
 * @param items what is there
 * @param parents of items without tags the ARNs of those that they belong to, by the item's id
 */
record Reading(List<FoundItem> items, Map<String, List<String>> parents) {

  static <S extends Record> Reading of(AwsKind<S> kind, Clients clients, Interest interest) {
    List<Found<S>> found = kind.scan(clients, interest);
    Map<String, List<String>> parents = new HashMap<>();
    found.stream()
        .filter(f -> !f.parents().isEmpty())
        .forEach(f -> parents.put(f.id(), f.parents()));
    return new Reading(found.stream().map(f -> item(kind, f)).toList(), parents);
  }

  private static <S extends Record> FoundItem item(AwsKind<S> kind, Found<S> found) {
    return new FoundItem(
        kind.type(),
        found.awsName(),
        found.id(),
        Json.tree(found.settings()),
        found.tags(),
        found.health(),
        found.outputs());
  }

  /** True while AWS is at work on one of them, so that it is worth to look again soon. */
  boolean isMoving() {
    return items.stream()
        .map(FoundItem::health)
        .anyMatch(h -> h instanceof ItemHealth.Progressing || h instanceof ItemHealth.Deleting);
  }
}
