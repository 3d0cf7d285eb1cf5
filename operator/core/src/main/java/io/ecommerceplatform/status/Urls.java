package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.status.UrlsStatus;
import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.NetworkEntrance;
import io.ecommerceplatform.model.ResolvedService;
import java.util.Optional;

/** Where the shop answers, as far as it does. */
final class Urls {
  private Urls() {}

  /** Host name or address of the load balancer; empty until it has one. */
  static String address(StatusInput input) {
    return address(input, "Ingress", input.platform().name());
  }

  /** Host name or address of a network load balancer; empty until it has one. */
  static String address(StatusInput input, NetworkEntrance entrance) {
    return address(input, "Service", entrance.name());
  }

  private static String address(StatusInput input, String kind, String name) {
    return input.observed().address(kind, name, input.platform().owner()).orElse("");
  }

  static UrlsStatus of(StatusInput input) {
    Optional<Entrance> entrance = input.platform().entrance();
    String address = address(input);
    if (entrance.isEmpty() || address.isEmpty()) {
      return null;
    }
    String host = entrance.get().host();
    String base =
        (entrance.get().isEncrypted() ? "https://" : "http://") + (host.isEmpty() ? address : host);
    return new UrlsStatus(
        path(input, "web").map(base::concat).orElse(null),
        path(input, "gateway").map(base::concat).orElse(null),
        path(input, "admin").map(base::concat).orElse(null));
  }

  private static Optional<String> path(StatusInput input, String service) {
    return input
        .platform()
        .service(service)
        .flatMap(ResolvedService::expose)
        .map(expose -> expose.path().equals("/") ? "" : expose.path());
  }
}
