package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a platform would put into the cluster.
 *
 * @param resource the resource
 * @param objects what it compiles to
 * @param ingressClass the class of the operator's load balancer
 * @param version of this command
 */
public record Wish(JsonNode resource, List<JsonNode> objects, String ingressClass, String version) {
  public Wish {
    objects = List.copyOf(objects);
  }

  JsonNode spec() {
    return resource.path("spec");
  }

  String namespace() {
    return resource.at("/metadata/namespace").asText();
  }

  /** Whether the cluster counts its objects already. */
  boolean isApplied() {
    return !resource.at("/metadata/uid").asText().isEmpty();
  }

  Stream<JsonNode> all(String kind) {
    return objects.stream().filter(o -> o.path("kind").asText().equals(kind));
  }

  /** A Service that the load balancer controller is to serve; it comes with its IngressClass. */
  boolean hasLoadBalancer() {
    return all("Service").anyMatch(s -> s.at("/spec/type").asText().equals("LoadBalancer"));
  }

  boolean has(String kind) {
    return all(kind).findAny().isPresent();
  }
}
