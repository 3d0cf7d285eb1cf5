package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;

/**
 * Compiles who may talk to whom: nobody, except along the graph of services and stores. Pods
 * without our labels are not ours to close.
 */
final class NetworkPolicyCompiler implements ComponentCompiler {
  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "platform");
    desired.add(
        new NetworkPolicyBuilder()
            .withMetadata(metadata.owned(platform.name() + "-default-deny"))
            .withNewSpec()
            .withNewPodSelector()
            .withMatchLabels(platform.owner().labels())
            .withMatchExpressions(StrimziStore.foreignPods(platform))
            .endPodSelector()
            .withPolicyTypes("Ingress", "Egress")
            .endSpec()
            .build());
    for (ResolvedService service : platform.services()) {
      ServiceNames names = new ServiceNames(platform, service);
      ServiceTraffic traffic = new ServiceTraffic(platform, service);
      desired.add(
          new NetworkPolicyBuilder()
              .withMetadata(names.metadata().owned(service.name()))
              .withNewSpec()
              .withPodSelector(pods(names))
              .withPolicyTypes("Ingress", "Egress")
              .withIngress(traffic.ingress())
              .withEgress(traffic.egress())
              .endSpec()
              .build());
    }
  }

  /** The pods of a service, and of what migrates for it. */
  private static LabelSelector pods(ServiceNames names) {
    if (names.service().migration().isEmpty()) {
      return new LabelSelectorBuilder().withMatchLabels(names.metadata().selector()).build();
    }
    return new LabelSelectorBuilder()
        .withMatchLabels(ObjectMetadata.selector(names.platform(), names.service().name()))
        .addNewMatchExpression()
        .withKey(ObjectMetadata.COMPONENT)
        .withOperator("In")
        .withValues(MigrationJob.COMPONENT, ServiceNames.COMPONENT)
        .endMatchExpression()
        .build();
  }
}
