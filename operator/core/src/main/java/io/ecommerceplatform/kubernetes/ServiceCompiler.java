package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Expose;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles the three Services of a service. Those of the colours stand behind target groups: their
 * selectors never change and they are never made again. The one without a colour is for callers
 * inside the cluster and follows the stable colour.
 */
final class ServiceCompiler implements ComponentCompiler {
  /** Port of every Service, so that an address needs no number. */
  static final int PORT = 80;

  private static final String ALB = "alb.ingress.kubernetes.io/";

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (ResolvedService service : platform.services()) {
      ServiceNames names = new ServiceNames(platform, service);
      for (Color color : Color.values()) {
        ObjectMeta metadata =
            new ObjectMetaBuilder(names.owned(color))
                .withAnnotations(targetGroup(platform, service))
                .build();
        desired.add(clusterIp(metadata, names.selector(color)));
      }
      Color stable = names.stableColor(context);
      desired.add(clusterIp(names.metadata().owned(service.name()), names.selector(stable)));
    }
  }

  private static Service clusterIp(ObjectMeta metadata, Map<String, String> selector) {
    return new ServiceBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withSelector(selector)
        .addNewPort()
        .withName(ServiceContainer.HTTP)
        .withPort(PORT)
        .withProtocol("TCP")
        .withTargetPort(new IntOrString(ServiceContainer.HTTP))
        .endPort()
        .endSpec()
        .build();
  }

  /** Settings of the target group behind an exposed service, as the controller reads them here. */
  private static Map<String, String> targetGroup(Platform platform, ResolvedService service) {
    Map<String, String> annotations = new TreeMap<>();
    service
        .expose()
        .ifPresent(
            expose -> {
              if (!service.readinessPath().isEmpty()) {
                annotations.put(ALB + "healthcheck-path", service.readinessPath());
              }
              annotations.put(ALB + "healthcheck-port", String.valueOf(service.managementPort()));
              annotations.put(ALB + "target-group-attributes", attributes(platform, expose));
            });
    return annotations;
  }

  private static String attributes(Platform platform, Expose expose) {
    String delay =
        "deregistration_delay.timeout_seconds=" + platform.lifecycle().deregistrationDelaySeconds();
    return expose.stickySeconds() == 0
        ? delay
        : delay
            + ",stickiness.enabled=true,stickiness.type=lb_cookie"
            + ",stickiness.lb_cookie.duration_seconds="
            + expose.stickySeconds();
  }
}
