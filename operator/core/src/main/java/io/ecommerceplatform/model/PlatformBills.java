package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.aws.RegistryKind;
import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.observability.LogStore;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.api.v1alpha1.observability.TracingProvider;
import io.ecommerceplatform.api.v1alpha1.security.SecretStore;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What AWS sends bills for beside the stores: entrances, edge, logs, images, secrets. Of a type
 * that has items, the items count instead of these.
 */
final class PlatformBills {
  // Container Insights for EKS, as the price page of CloudWatch counts its metrics
  private static final int PER_CLUSTER = 24;
  private static final int PER_NODE = 8;
  private static final int PER_POD_NAME = 9;
  private static final int PER_SERVICE = 6;

  private final Resolution resolution;
  private final String region;
  private final List<Billed> bills = new ArrayList<>();

  PlatformBills(Resolution resolution, String region) {
    this.resolution = resolution;
    this.region = region;
  }

  List<Billed> of(List<ResolvedService> services, int nodes) {
    if (services.stream().anyMatch(service -> service.expose().isPresent())) {
      add("elb.Application", "spec.edge.ingress", Map.of());
    }
    edge();
    secrets();
    observability(services, nodes);
    boolean ecr =
        resolution.spec().images() != null
            && resolution.spec().images().registry() == RegistryKind.ECR;
    services.stream()
        .filter(service -> ecr)
        .forEach(s -> add("ecr.Repository", "spec.services[%s]".formatted(s.name()), Map.of()));
    return bills;
  }

  static boolean hasCdn(Resolution resolution) {
    EdgeSpec edge = resolution.spec().edge();
    return (edge != null && edge.cdn() != null) || resolution.defaults().edge().cdn();
  }

  private void edge() {
    EdgeSpec edge = resolution.spec().edge();
    if (edge != null && edge.networkLoadBalancer() != null) {
      list(edge.networkLoadBalancer().services())
          .forEach(
              s -> add("elb.Network", "spec.edge.networkLoadBalancer[" + s.name() + "]", Map.of()));
    }
    if (hasCdn(resolution)) {
      add("cloudfront.Distribution", "spec.edge.cdn", Map.of());
    }
    new WafRules(resolution)
        .webAcls()
        .forEach(
            acl ->
                add(
                    acl.type(),
                    "spec.edge.waf[%s]".formatted(acl.target()),
                    Map.of("rules", acl.rules())));
  }

  private void secrets() {
    PlatformSpec spec = resolution.spec();
    boolean kms =
        (spec.encryption() == null || spec.encryption().kms() == null)
            ? resolution.defaults().encryption().kms()
            : spec.encryption().kms();
    if (kms) {
      add("kms.Key", "spec.encryption.kms", Map.of());
    }
    String store =
        spec.secrets() == null || spec.secrets().store() == null
            ? resolution.defaults().secrets().store()
            : spec.secrets().store().name();
    if (!store.equals(SecretStore.Kubernetes.name()) && spec.secrets() != null) {
      list(spec.secrets().entries())
          .forEach(
              e ->
                  add("secretsmanager.Secret", "spec.secrets.entries[" + e.name() + "]", Map.of()));
    }
  }

  private void observability(List<ResolvedService> services, int nodes) {
    ObservabilitySpec spec = resolution.spec().observability();
    if (spec == null) {
      return;
    }
    if (spec.logs() != null && spec.logs().store() != LogStore.OpenSearch) {
      services.forEach(
          s -> add("logs.LogGroup", "spec.services[%s]".formatted(s.name()), Map.of()));
    }
    if (or(spec.containerInsights(), false)) {
      int each = PER_POD_NAME + PER_SERVICE;
      int metrics = PER_CLUSTER + PER_NODE * nodes + each * services.size();
      add(
          "cloudwatch.ContainerInsights",
          "spec.observability.containerInsights",
          Map.of("metrics", metrics));
    }
    if (spec.dashboardAwsName() != null) {
      add("cloudwatch.Dashboard", "spec.observability.dashboardAwsName", Map.of());
    }
    if (spec.tracing() != null && spec.tracing().provider() == TracingProvider.XRay) {
      add(AwsTelemetry.TRACES_TYPE, "spec.observability.tracing", Map.of());
    }
  }

  private void add(String type, String path, Map<String, ?> settings) {
    bills.add(new Billed(type, path, region, Json.tree(settings)));
  }
}
