package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Scaling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps the number of a service's pods right: with load, and while nodes are drained. */
final class ServiceScaling {
  private ServiceScaling() {}

  static Optional<HasMetadata> autoscaler(ServiceNames names, Color color, Instant now) {
    Scaling scaling = names.service().scaling();
    if (scaling.isFixed()) {
      return Optional.empty();
    }
    if (scaling.queue().isPresent()) {
      return Optional.of(new QueueScaling(names, scaling, now).scaledObject(color));
    }
    Scaling.Bounds bounds = scaling.at(now);
    return Optional.of(
        new HorizontalPodAutoscalerBuilder()
            .withMetadata(names.owned(color))
            .withNewSpec()
            .withNewScaleTargetRef()
            .withApiVersion("apps/v1")
            .withKind("Deployment")
            .withName(names.of(color))
            .endScaleTargetRef()
            .withMinReplicas(bounds.min())
            .withMaxReplicas(bounds.max())
            .withMetrics(metrics(scaling))
            .endSpec()
            .build());
  }

  static Optional<HasMetadata> disruptionBudget(ServiceNames names, Color color) {
    int maxUnavailable = names.service().maxUnavailable();
    if (maxUnavailable == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PodDisruptionBudgetBuilder()
            .withMetadata(names.owned(color))
            .withNewSpec()
            .withMaxUnavailable(new IntOrString(maxUnavailable))
            .withNewSelector()
            .withMatchLabels(names.selector(color))
            .endSelector()
            // pods that do not work must not keep a node from draining
            .withUnhealthyPodEvictionPolicy("AlwaysAllow")
            .endSpec()
            .build());
  }

  private static List<MetricSpec> metrics(Scaling scaling) {
    List<MetricSpec> metrics = new ArrayList<>();
    if (scaling.cpuPercent() > 0) {
      metrics.add(utilization("cpu", scaling.cpuPercent()));
    }
    if (scaling.memoryPercent() > 0) {
      metrics.add(utilization("memory", scaling.memoryPercent()));
    }
    return metrics;
  }

  private static MetricSpec utilization(String resource, int percent) {
    return new MetricSpecBuilder()
        .withType("Resource")
        .withNewResource()
        .withName(resource)
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(percent)
        .endTarget()
        .endResource()
        .build();
  }
}
