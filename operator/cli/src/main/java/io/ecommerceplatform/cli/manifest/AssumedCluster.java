package io.ecommerceplatform.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ForeignKinds;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Observed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cluster that has whatever a resource refers to, for compiling without any cluster. */
public final class AssumedCluster {
  private final Set<String> secrets = new HashSet<>();
  private final Set<String> keys =
      new HashSet<>(Set.of(".dockerconfigjson", "username", "password", "secret"));
  private final Set<String> storageClasses = new HashSet<>(Set.of("default"));

  private AssumedCluster() {}

  /**
   * Nothing of the platform is there yet, and everything that it needs from others is.
   *
   * @param ingressClass class of the load balancer
   */
  public static Observed of(JsonNode resource, String ingressClass) {
    AssumedCluster cluster = new AssumedCluster();
    cluster.collect(resource.path("spec"));
    Map<String, Set<String>> secretKeys = new HashMap<>();
    cluster.secrets.forEach(name -> secretKeys.put(name, cluster.keys));
    ClusterFacts facts =
        new ClusterFacts(
            cluster.storageClasses, "default", Set.of(ingressClass), kinds(), secretKeys);
    return Observed.of(List.of(), List.of(), facts);
  }

  private static Set<String> kinds() {
    return Stream.concat(
            ManagedKind.OPTIONAL.stream().map(ManagedKind::id),
            Stream.of(ForeignKinds.CLOUDWATCH_AGENT))
        .collect(Collectors.toSet());
  }

  private void collect(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      switch (field.getKey()) {
        case "secret" ->
            secrets.add(
                field.getValue().isTextual()
                    ? field.getValue().asText()
                    : field.getValue().path("name").asText());
        case "pullSecret" -> secrets.add(field.getValue().asText());
        case "key" -> keys.add(field.getValue().asText());
        case "storageClassName" -> storageClasses.add(field.getValue().asText());
        default -> {
          // refers to nothing outside
        }
      }
    }
    node.forEach(this::collect);
  }
}
