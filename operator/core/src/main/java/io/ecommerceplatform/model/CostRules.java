package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.observability.CostAssumptions;
import io.ecommerceplatform.api.v1alpha1.observability.CostSpec;
import io.ecommerceplatform.api.v1alpha1.observability.NodeAssumption;
import io.ecommerceplatform.resource.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what an estimate of costs is made of. */
final class CostRules {
  private static final String ASSUMPTIONS = "spec.cost.assumptions.";
  private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);

  private final Resolution resolution;
  private final CostAssumptions assumed;
  private final String region;
  private final List<Billed> things = new ArrayList<>();
  private final List<String> notTold = new ArrayList<>();

  CostRules(Resolution resolution) {
    this.resolution = resolution;
    PlatformSpec spec = resolution.spec();
    region = spec.aws() == null ? "us-east-1" : spec.aws().regions().getFirst().name();
    assumed =
        Optional.ofNullable(spec.cost())
            .map(CostSpec::assumptions)
            .orElse(new CostAssumptions(null, null, null, null));
  }

  /** Empty when the resource asks for nothing in AWS and for no cost. */
  Optional<CostBasis> resolve(List<ResolvedService> services, List<Store> stores) {
    PlatformSpec spec = resolution.spec();
    if (spec.aws() == null && spec.cost() == null) {
      return Optional.empty();
    }
    nodes();
    network();
    volumes(stores);
    things.addAll(new StoreBills(resolution, region).of(stores));
    things.addAll(new PlatformBills(resolution, region).of(services, nodeCount()));
    OptionalInt budget =
        spec.cost() == null || spec.cost().monthlyBudgetUsd() == null
            ? OptionalInt.empty()
            : OptionalInt.of(spec.cost().monthlyBudgetUsd());
    return Optional.of(new CostBasis(region, budget, things, notTold));
  }

  private void nodes() {
    List<NodeAssumption> nodes = list(assumed.nodes());
    if (nodes.isEmpty()) {
      notTold.add("spec.cost.assumptions.nodes: not set, so the cluster itself is not counted");
      return;
    }
    add("eks.Cluster", "the cluster", Map.of());
    for (NodeAssumption node : nodes) {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("instanceType", node.nodeClass());
      settings.put("count", node.count());
      settings.put("spot", Boolean.TRUE.equals(node.spot()));
      add("ec2.Node", ASSUMPTIONS + "nodes[" + node.nodeClass() + "]", settings);
    }
  }

  private int nodeCount() {
    return list(assumed.nodes()).stream().mapToInt(NodeAssumption::count).sum();
  }

  private void network() {
    if (assumed.natGateways() == null) {
      notTold.add("spec.cost.assumptions.natGateways: not set");
    } else {
      add("ec2.NatGateway", ASSUMPTIONS + "natGateways", Map.of("count", assumed.natGateways()));
      notTold.add("spec.cost.assumptions.natGateways: the data that they process");
    }
    if (assumed.egressGb() == null) {
      notTold.add("spec.cost.assumptions.egressGb: not set, so no traffic is counted");
    } else {
      boolean cdn = PlatformBills.hasCdn(resolution);
      add("ec2.Egress", ASSUMPTIONS + "egressGb", Map.of("gb", assumed.egressGb(), "cdn", cdn));
    }
  }

  /** What is assumed stands for all volumes; else those of the stores in the cluster count. */
  private void volumes(List<Store> stores) {
    if (assumed.ebsGb() != null) {
      add("ec2.Volumes", ASSUMPTIONS + "ebsGb", Map.of("size", assumed.ebsGb()));
      return;
    }
    stores.stream()
        .filter(Store::inCluster)
        .forEach(
            store -> {
              double size = gigabytes(store.storage()) * store.replicas();
              add("ec2.Volumes", store.path(), Map.of("size", size));
            });
  }

  static double gigabytes(String quantity) {
    return io.fabric8.kubernetes.api.model.Quantity.getAmountInBytes(
            io.fabric8.kubernetes.api.model.Quantity.parse(quantity))
        .divide(GIBI)
        .doubleValue();
  }

  private void add(String type, String path, Map<String, ?> settings) {
    things.add(new Billed(type, path, region, Json.tree(settings)));
  }
}
