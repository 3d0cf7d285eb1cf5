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

  /** What its load balancer says in the cluster: the only word that does not come from AWS. */
  private static final String LOAD_BALANCER = "Ingress/entrance";

  private static final String ADDRESS = "address";

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

  /** The same with the address of the load balancer, as far as the cluster knows it. */
  public ItemOutputs with(Optional<String> loadBalancer) {
    Map<String, Map<String, String>> outputs = new TreeMap<>(byItem);
    loadBalancer.ifPresent(address -> outputs.put(LOAD_BALANCER, Map.of(ADDRESS, address)));
    return new ItemOutputs(outputs);
  }

  /** The same with those of something that AWS has for everybody, if it is there. */
  public ItemOutputs with(ItemWorld world, String type, String awsName) {
    Map<String, Map<String, String>> outputs = new TreeMap<>(byItem);
    world.named(type, awsName).ifPresent(f -> outputs.put(type + "/" + awsName, f.outputs()));
    return new ItemOutputs(outputs);
  }

  /** Host name or address of the load balancer of the platform. */
  public Optional<String> loadBalancer() {
    return Optional.ofNullable(byItem.getOrDefault(LOAD_BALANCER, Map.of()).get(ADDRESS));
  }

  public Optional<String> of(String type, String name, String output) {
    return Optional.ofNullable(byItem.getOrDefault(type + "/" + name, Map.of()).get(output));
  }
}
