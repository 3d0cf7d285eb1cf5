package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.RollingUpdate;
import io.ecommerceplatform.rollout.Revision;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** The Deployment of a service in one colour, with its pods or without. */
final class ServiceDeployment {
  private ServiceDeployment() {}

  static HasMetadata of(ServiceNames names, Color color, Revision wanted, CompileContext context) {
    DeploymentBuilder deployment = base(names, color, wanted, context);
    if (names.service().scaling().isFixed()) {
      // beside an autoscaler the number is the autoscaler's
      int replicas = names.service().scaling().at(context.now()).min();
      deployment.editSpec().withReplicas(replicas).endSpec();
    }
    return deployment.build();
  }

  /** Without pods; no autoscaler points to it, as one is disabled for ever at zero. */
  static HasMetadata idle(
      ServiceNames names, Color color, Revision wanted, CompileContext context) {
    return base(names, color, wanted, context).editSpec().withReplicas(0).endSpec().build();
  }

  private static DeploymentBuilder base(
      ServiceNames names, Color color, Revision wanted, CompileContext context) {
    ResolvedService service = names.service();
    RollingUpdate update = service.update();
    DeploymentBuilder deployment =
        new DeploymentBuilder()
            .withMetadata(
                new ObjectMetaBuilder(names.owned(color))
                    .addToLabels(Revision.LABEL, wanted.hash())
                    .build())
            .withNewSpec()
            .withNewSelector()
            .withMatchLabels(names.selector(color))
            .endSelector()
            .withProgressDeadlineSeconds(update.progressDeadlineSeconds())
            .withNewStrategy()
            .withType("RollingUpdate")
            .withNewRollingUpdate()
            .withMaxSurge(update.maxSurge())
            .withMaxUnavailable(update.maxUnavailable())
            .endRollingUpdate()
            .endStrategy()
            .withTemplate(
                new ServicePodTemplate(names.platform(), service, color)
                    .of(wanted.hash(), context.fingerprints()))
            .endSpec();
    if (update.minReadySeconds() > 0) {
      deployment.editSpec().withMinReadySeconds(update.minReadySeconds()).endSpec();
    }
    return deployment;
  }
}
