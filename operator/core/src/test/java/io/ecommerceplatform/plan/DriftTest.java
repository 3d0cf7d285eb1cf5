package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final String OWN = "ecommerce-platform-operator";
  private static final ObjectRef REF = new ObjectRef("v1", "Service", "shop", "order");

  @Test
  void aLaterManagerOfTheMainResourceIsNamed() {
    assertThat(drift("kubectl-edit", "2026-01-01T00:00:05Z", ""))
        .extracting(Drift::manager)
        .containsExactly("kubectl-edit");
  }

  @Test
  void anEarlierManagerIsNoDrift() {
    assertThat(drift("kubectl-edit", "2025-12-31T23:59:59Z", "")).isEmpty();
  }

  @Test
  void aControllerThatWritesStatusIsNoDrift() {
    assertThat(drift("kube-controller-manager", "2026-01-01T00:00:05Z", "status")).isEmpty();
  }

  @Test
  void whatWasInPlaceAsItIsWantedWasChangedEvenIfNobodyIsNamed() {
    Known known = new Known(Set.of(REF), Set.of());
    assertThat(drift("kubectl-edit", "2025-12-31T23:59:59Z", "", known))
        .extracting(Drift::manager)
        .containsExactly("");
  }

  @Test
  void whatIsWantedOtherwiseNowIsAChangeOfThePlatform() {
    Known known = new Known(Set.of(), Set.of(REF));
    assertThat(drift("kubectl-edit", "2026-01-01T00:00:05Z", "", known)).isEmpty();
  }

  @Test
  void whatWasInPlaceAndIsMadeAgainWasDeleted() {
    Manifest manifest =
        new Manifest(
            (ObjectNode)
                Json.parse(
                    "{\"apiVersion\":\"v1\",\"kind\":\"Service\","
                        + "\"metadata\":{\"name\":\"order\",\"namespace\":\"shop\"}}"));
    Plan plan = Plan.of(List.of(Action.create(manifest)));
    assertThat(Drift.in(plan, observed(), OWN, new Known(Set.of(REF), Set.of())))
        .containsExactly(new Drift(REF, "", List.of()));
    assertThat(Drift.in(plan, observed(), OWN, Known.nothing())).isEmpty();
  }

  private static List<Drift> drift(String manager, String time, String subresource) {
    return drift(manager, time, subresource, Known.nothing());
  }

  private static List<Drift> drift(String manager, String time, String subresource, Known known) {
    ObjectNode live =
        (ObjectNode)
            Json.parse(
                """
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"order","namespace":"shop",
                 "managedFields":[
                 {"manager":"%s","operation":"Apply","time":"2026-01-01T00:00:00Z"},
                 {"manager":"%s","operation":"Update","time":"%s","subresource":"%s"}]}}
                """
                    .formatted(OWN, manager, time, subresource));
    Manifest manifest = new Manifest(live.deepCopy());
    Plan plan = Plan.of(List.of(Action.change(Operation.UPDATE, manifest, "u", List.of())));
    return Drift.in(plan, observed(new LiveObject(live)), OWN, known);
  }

  private static Observed observed(LiveObject... objects) {
    return Observed.of(
        List.of(objects), List.of(), new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of()));
  }
}
