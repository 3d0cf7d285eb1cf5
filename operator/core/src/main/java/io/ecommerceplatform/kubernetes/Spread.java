package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.NodePool;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodSpecFluent;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the pods of one component run: over zones, on different nodes, in their node pool.
 *
 * @param pool the node pool
 * @param zonesRequired true when a pod rather waits than doubles up in a zone
 * @param selector the pods that are spread
 */
record Spread(NodePool pool, boolean zonesRequired, Map<String, String> selector) {
  static final String POOL_LABEL = "workload";

  /** Label and taint key of spot capacity. */
  static final String SPOT_TAINT = "spot";

  /** Sets everything about placement on a pod spec. */
  <F extends PodSpecFluent<F>> F on(F spec) {
    spec.withTopologySpreadConstraints(zones()).withAffinity(differentHosts());
    spec.withNodeSelector(pool.isAny() ? null : Map.of(POOL_LABEL, pool.pool()));
    return spec.withTolerations(tolerations());
  }

  TopologySpreadConstraint zones() {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey("topology.kubernetes.io/zone")
        .withWhenUnsatisfiable(zonesRequired ? "DoNotSchedule" : "ScheduleAnyway")
        .withLabelSelector(pods())
        .build();
  }

  /** A preference only: a small cluster must still be able to run everything. */
  Affinity differentHosts() {
    return new AffinityBuilder()
        .withNewPodAntiAffinity()
        .addNewPreferredDuringSchedulingIgnoredDuringExecution()
        .withWeight(100)
        .withNewPodAffinityTerm()
        .withTopologyKey("kubernetes.io/hostname")
        .withLabelSelector(pods())
        .endPodAffinityTerm()
        .endPreferredDuringSchedulingIgnoredDuringExecution()
        .endPodAntiAffinity()
        .build();
  }

  List<Toleration> tolerations() {
    return tolerations(pool);
  }

  /** What lets a pod onto the nodes of a pool. */
  static List<Toleration> tolerations(NodePool pool) {
    List<Toleration> tolerations = new ArrayList<>();
    if (!pool.isAny()) {
      tolerations.add(equal(POOL_LABEL, pool.pool()));
    }
    if (pool.spot()) {
      tolerations.add(equal(SPOT_TAINT, "true"));
    }
    return tolerations;
  }

  private static Toleration equal(String key, String value) {
    // without an effect: the admin may use NoSchedule, PreferNoSchedule or NoExecute
    return new TolerationBuilder().withKey(key).withOperator("Equal").withValue(value).build();
  }

  private LabelSelector pods() {
    return new LabelSelectorBuilder().withMatchLabels(selector).build();
  }
}
