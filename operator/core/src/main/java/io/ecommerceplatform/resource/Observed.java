package io.ecommerceplatform.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The world as one pass sees it; read from caches, so looking costs no request.
 *
 * @param objects all objects of the managed kinds in the platform's namespace, foreign ones too
 * @param pods the platform's pods
 * @param cluster what the cluster offers
 * @param items what is in AWS
 */
public record Observed(
    Map<ObjectRef, LiveObject> objects, List<PodView> pods, ClusterFacts cluster, ItemWorld items) {

  public Observed {
    objects = Map.copyOf(objects);
    pods = List.copyOf(pods);
  }

  public static Observed of(
      Collection<LiveObject> objects, List<PodView> pods, ClusterFacts cluster) {
    Map<ObjectRef, LiveObject> byRef =
        objects.stream()
            .collect(
                Collectors.toMap(LiveObject::ref, Function.identity(), (a, b) -> b, TreeMap::new));
    return new Observed(byRef, pods, cluster, ItemWorld.none());
  }

  /** The same world with what is in AWS. */
  public Observed with(ItemWorld inAws) {
    return new Observed(objects, pods, cluster, inAws);
  }

  public Optional<LiveObject> find(ObjectRef ref) {
    return Optional.ofNullable(objects.get(ref));
  }

  /**
   * True while a pod still reads the object, so that removing it would break a restart of the pod.
   */
  public boolean isInUse(ObjectRef ref) {
    return ref.kind().equals("ConfigMap")
        && pods.stream().anyMatch(pod -> pod.configMaps().contains(ref.name()));
  }

  /** Host name or address that the load balancer of one of the owner's objects has. */
  public Optional<String> address(String kind, String name, Owner owner) {
    return find(kind, name, owner)
        .map(object -> object.at("/status/loadBalancer/ingress/0"))
        .map(first -> first.path("hostname").asText(first.path("ip").asText()))
        .filter(address -> !address.isEmpty());
  }

  /** Host name or address of a platform's Ingress. */
  public Optional<String> loadBalancer(Owner owner) {
    return address("Ingress", owner.platform(), owner);
  }

  /** The object if it exists and is the owner's. */
  public Optional<LiveObject> find(String kind, String name, Owner owner) {
    return objects.values().stream()
        .filter(o -> o.ref().kind().equals(kind) && o.ref().name().equals(name) && o.isOf(owner))
        .findFirst();
  }
}
