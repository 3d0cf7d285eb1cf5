package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the load balancer splits the traffic of one service. Both colours stand in it always and in
 * the same order: a colour that left the action would lose its target group.
 *
 * @param stable the colour that takes all traffic
 */
record ForwardAction(ResolvedService service, Color stable) {

  /** What a path of the Ingress names instead of a Service. */
  static String name(ResolvedService service) {
    return service.name() + "-root";
  }

  String annotation() {
    return "alb.ingress.kubernetes.io/actions." + name(service);
  }

  String json() {
    List<Map<String, Object>> groups =
        Arrays.stream(Color.values()).map(this::targetGroup).toList();
    return Json.text(
        Json.tree(
            Map.of(
                "type",
                "forward",
                "forwardConfig",
                Map.of("targetGroups", groups, "targetGroupStickinessConfig", stickiness()))));
  }

  private Map<String, Object> targetGroup(Color color) {
    return Map.of(
        "serviceName",
        service.name() + "-" + color,
        "servicePort",
        ServiceCompiler.PORT,
        "weight",
        color == stable ? 100 : 0);
  }

  private Map<String, Object> stickiness() {
    int seconds = service.expose().orElseThrow().stickySeconds();
    return seconds == 0
        ? Map.of("enabled", false)
        : Map.of("enabled", true, "durationSeconds", seconds);
  }
}
