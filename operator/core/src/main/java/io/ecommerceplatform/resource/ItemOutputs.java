package io.ecommerceplatform.resource;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the items of one platform say of themselves, by {@code type/name}: addresses and ARNs, and
 * nothing secret.
 */
public record ItemOutputs(Map<String, Map<String, String>> byItem) {

  public ItemOutputs {
    byItem = Map.copyOf(byItem);
  }

  public static ItemOutputs none() {
    return new ItemOutputs(Map.of());
  }

  public static ItemOutputs of(ItemWorld world, Owner owner) {
    Map<String, Map<String, String>> outputs = new TreeMap<>();
    world
        .of(new ItemOwner(owner))
        .forEach(found -> outputs.put(found.getKey().id(), found.getValue().outputs()));
    return new ItemOutputs(outputs);
  }

  public Optional<String> of(String type, String name, String output) {
    return Optional.ofNullable(byItem.getOrDefault(type + "/" + name, Map.of()).get(output));
  }
}
