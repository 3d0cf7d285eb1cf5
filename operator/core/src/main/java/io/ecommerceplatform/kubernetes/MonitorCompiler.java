package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.rollout.Revision;
import java.util.List;
import java.util.Map;

/** Tells the Prometheus operator what to read: every service that has metrics, and every store. */
final class MonitorCompiler implements ComponentCompiler {
  private static final String INTERVAL = "30s";

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    if (!platform.observability().monitors()) {
      return; // nobody asked for it by name: without Prometheus there is nothing to wait for
    }
    for (ResolvedService service : platform.services()) {
      if (!service.metricsPath().isEmpty()) {
        desired.add(monitor(new ServiceNames(platform, service)));
      }
    }
    for (Store store : platform.inClusterStores()) {
      if (store.isStrimzi()) {
        desired.add(podMonitor(new StoreComponent(platform, store)));
      } else {
        // only its headless Service has the port, so that each member is read by itself
        desired.add(monitor(new StoreComponent(platform, store).metadata()));
      }
    }
    platform
        .observability()
        .collector()
        .map(collector -> new ToolObjects(platform, collector.pod()).metadata())
        .ifPresent(metadata -> desired.add(monitor(metadata)));
  }

  /** Strimzi puts no Service before its exporter. */
  private static CustomObject podMonitor(StoreComponent component) {
    return new CustomObject(
        ManagedKind.POD_MONITOR,
        component.metadata().owned(component.store().name()),
        Map.of(
            "jobLabel",
            StrimziStore.CLUSTER,
            "selector",
            Map.of("matchLabels", StrimziCluster.exporterPods(component)),
            "podMetricsEndpoints",
            List.of(Map.of("port", "tcp-prometheus", "interval", INTERVAL))));
  }

  /** By the one port of that name of a Service. */
  private static CustomObject monitor(ObjectMetadata metadata) {
    return new CustomObject(
        ManagedKind.SERVICE_MONITOR,
        metadata.owned(metadata.instance()),
        Map.of(
            "jobLabel",
            ObjectMetadata.INSTANCE,
            "selector",
            Map.of("matchLabels", metadata.selector()),
            "endpoints",
            List.of(Map.of("port", Metrics.PORT, "interval", INTERVAL))));
  }

  /** Through the Services of the colours: the one without a colour has the same pods again. */
  private static CustomObject monitor(ServiceNames names) {
    ResolvedService service = names.service();
    Map<String, Object> selector =
        Map.of(
            "matchLabels",
            names.metadata().selector(),
            "matchExpressions",
            List.of(Map.of("key", Revision.COLOR, "operator", "Exists")));
    Map<String, Object> endpoint =
        Map.of(
            "targetPort", ServiceContainer.managementPort(service),
            "path", service.metricsPath(),
            "interval", INTERVAL);
    return new CustomObject(
        ManagedKind.SERVICE_MONITOR,
        names.metadata().owned(service.name()),
        Map.of(
            "jobLabel",
            ObjectMetadata.INSTANCE,
            "podTargetLabels",
            List.of(Revision.COLOR, Revision.LABEL),
            "selector",
            selector,
            "endpoints",
            List.of(endpoint)));
  }
}
