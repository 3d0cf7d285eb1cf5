package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");

  @Test
  void whatIsNotAppliedYetIsToldByPart() {
    Plan plan =
        plan(
            object("apps/v1", "Deployment", "web"),
            object("v1", "Service", "web"),
            object("apps/v1", "StatefulSet", "db"));
    assertThat(Pending.of(plan))
        .extracting(Finding::text)
        .containsExactly(
            "2 objects are about to be applied", "StatefulSet/db is about to be applied");
  }

  @Test
  void anEmptyPlanLeavesNothing() {
    assertThat(Pending.of(Plan.of(List.of()))).isEmpty();
  }

  private static Plan plan(Manifest... objects) {
    ClusterFacts cluster = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    return new Diff(OWNER, "test")
        .plan(
            Desired.ofCluster(List.of(objects), List.of(), List.of()),
            Observed.of(List.of(), List.of(), cluster));
  }

  private static Manifest object(String version, String kind, String name) {
    Map<String, Object> metadata =
        Map.of("name", name, "namespace", "shop", "labels", OWNER.labels());
    return new Manifest(
        Json.tree(Map.of("apiVersion", version, "kind", kind, "metadata", metadata)));
  }
}
