package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.NetworkEntrance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles the Services that the load balancer controller turns into network load balancers. They
 * follow the stable colour, as callers inside the cluster do: the weights of a rollout are HTTP's.
 */
final class NetworkEntranceCompiler implements ComponentCompiler {
  private static final String LOAD_BALANCER_CLASS = "service.k8s.aws/nlb";
  private static final String NLB = "service.beta.kubernetes.io/aws-load-balancer-";

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (NetworkEntrance entrance : platform.networkEntrances()) {
      platform
          .service(entrance.service())
          .ifPresent(service -> desired.add(service(platform, entrance, service, context)));
    }
  }

  private static Service service(
      Platform platform,
      NetworkEntrance entrance,
      ResolvedService service,
      CompileContext context) {
    ServiceNames names = new ServiceNames(platform, service);
    return new ServiceBuilder()
        .withMetadata(
            new ObjectMetaBuilder(names.metadata().owned(entrance.name()))
                .withAnnotations(annotations(platform, entrance, service))
                .build())
        .withNewSpec()
        .withType("LoadBalancer")
        .withLoadBalancerClass(LOAD_BALANCER_CLASS)
        // the targets are the pods themselves
        .withAllocateLoadBalancerNodePorts(false)
        .withSelector(names.selector(names.stableColor(context)))
        .addNewPort()
        .withName("tcp")
        .withPort(entrance.port())
        .withProtocol("TCP")
        .withTargetPort(new IntOrString(entrance.port()))
        .endPort()
        .endSpec()
        .build();
  }

  private static Map<String, String> annotations(
      Platform platform, NetworkEntrance entrance, ResolvedService service) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(NLB + "nlb-target-type", "ip");
    annotations.put(NLB + "scheme", entrance.scheme());
    annotations.put(NLB + "healthcheck-port", String.valueOf(service.managementPort()));
    if (!service.readinessPath().isEmpty()) {
      annotations.put(NLB + "healthcheck-protocol", "http");
      annotations.put(NLB + "healthcheck-path", service.readinessPath());
    }
    annotations.put(
        NLB + "target-group-attributes",
        "deregistration_delay.timeout_seconds="
            + platform.lifecycle().deregistrationDelaySeconds());
    return annotations;
  }
}
