package io.ecommerceplatform.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One service of the bundled shop; each component is described at the head of services.yaml.
 *
 * @param size name of a row of {@link Catalogue#sizes()}
 */
public record BundledService(
    String name,
    int port,
    List<Need> needs,
    boolean migrates,
    List<String> publishes,
    List<String> consumes,
    List<String> dependsOn,
    Expose expose,
    String size,
    boolean egressInternet,
    boolean stateless) {
  public BundledService {
    needs = List.copyOf(needs);
    publishes = List.copyOf(publishes);
    consumes = List.copyOf(consumes);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Where the Ingress routes to a service that the bundled shop exposes. */
  public record Expose(String path) {}

  public Optional<Need> need(StoreKind kind) {
    return needs.stream().filter(n -> n.kind() == kind).findFirst();
  }
}
