package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ServedKinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbsentKindsTest {
  private static final Desired DESIRED =
      Desired.ofCluster(
          List.of(manifest("v1", "Service"), manifest("kafka.strimzi.io/v1", "Kafka")),
          List.of(),
          List.of());

  @Test
  void whatTheApiServerDoesNotKnowIsHeldAndTheRestGoesOn() {
    Desired now = AbsentKinds.hold(DESIRED, facts(Set.of("kafka.strimzi.io/v1beta2/Kafka")));

    assertThat(now.objects()).extracting(m -> m.ref().id()).containsExactly("Service/x");
    assertThat(now.held())
        .extracting(h -> h.ref().id() + " " + h.message())
        .containsExactly("Kafka/x waits for CRD kafkas.kafka.strimzi.io");
  }

  @Test
  void whatIsServedIsApplied() {
    assertThat(AbsentKinds.hold(DESIRED, facts(Set.of("kafka.strimzi.io/v1/Kafka"))))
        .isEqualTo(DESIRED);
  }

  @Test
  void aDefinitionCountsWhenItIsEstablishedAndInTheVersionsThatItServes() {
    String text =
        """
        {"spec": {"group": "g", "names": {"kind": "K"},
          "versions": [{"name": "v1", "served": true}, {"name": "v2", "served": false}]},
         "status": {"conditions": [{"type": "Established", "status": "%s"}]}}
        """;
    assertThat(ServedKinds.of(Json.parse(text.formatted("True")))).containsExactly("g/v1/K");
    assertThat(ServedKinds.of(Json.parse(text.formatted("False")))).isEmpty();
    String leaving =
        "{\"metadata\": {\"deletionTimestamp\": \"2026-01-01T00:00:00Z\"}, "
            + text.strip().substring(1);
    assertThat(ServedKinds.of(Json.parse(leaving.formatted("True")))).isEmpty();
  }

  private static Manifest manifest(String apiVersion, String kind) {
    Map<String, Object> metadata = Map.of("name", "x", "namespace", "shop");
    return new Manifest(
        Json.tree(Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata)));
  }

  private static ClusterFacts facts(Set<String> kinds) {
    return new ClusterFacts(Set.of(), "", Set.of(), kinds, Map.of());
  }
}
