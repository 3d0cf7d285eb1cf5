package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        mode: Apply
        version: "1.0.0"
        domain: {host: shop.example.com}
      """;

  @Test
  void comesToRestAndMakesEverythingOnce() {
    World world = reference();
    assertThat(world.objects()).hasSizeGreaterThan(100);
    assertThat(world.changes()).doesNotHaveDuplicates();
    assertThat(world.assess().plan().isEmpty()).isTrue();
  }

  @Test
  void onlyLookingPersistsNoIntentAndAllowsNothing() {
    for (Mode mode : new Mode[] {Mode.Plan, Mode.Observe, Mode.Paused}) {
      World world = new World(SHOP.replace("mode: Apply", "mode: " + mode));
      Assessment assessment = world.assess();
      assertThat(assessment.mustPersist()).isFalse();
      assertThat(assessment.intent().rollouts()).isEmpty();
      assertThat(assessment.plan().isEmpty()).isFalse();
      assertThat(assessment.allowed().isEmpty()).isTrue();
    }
  }

  @Test
  void aStoreThatWouldBecomeAnotherEngineIsNotTouched() {
    World world = new World(SHOP + "  databases: [{name: main, engine: PostgreSQL}]\n");
    world.converge();
    World changed = new World(SHOP + "  databases: [{name: main, engine: MySQL}]\n");
    changed.objects().putAll(world.objects());
    changed.resource.setStatus(
        Json.typed(
            Json.parse(
                """
                {"data": [{"name": "main", "engine": "PostgreSQL", "placement": "InCluster"}]}
                """),
            PlatformStatus.class));

    Assessment assessment = changed.assess();

    assertThat(assessment.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.MigrationRequired);
    assertThat(assessment.plan().actions())
        .extracting(action -> action.ref().id())
        .doesNotContain("StatefulSet/main", "Service/main", "NetworkPolicy/main");
  }

  @Test
  void aSingleBrokerIsNotTurnedIntoAQuorum() {
    World world = reference();
    World grown = new World(SHOP + "  kafka: {brokers: 3}\n");
    grown.objects().putAll(world.objects());
    assertThat(grown.assess().findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.MigrationRequired);
    assertThat(grown.assess().plan().actions())
        .extracting(action -> action.ref())
        .doesNotContain(new ObjectRef("apps/v1", "StatefulSet", "shop", "kafka"));
  }

  @Test
  void aQuorumIsNotTurnedIntoASingleBroker() {
    World quorum = new World(SHOP + "  kafka: {brokers: 3}\n").controlled().converge();
    World shrunk = quorum.wanting(SHOP + "  kafka: {brokers: 1}\n").converge();
    assertThat(shrunk.content()).isEqualTo(quorum.content());
    assertThat(shrunk.condition("DataReady").getReason()).isEqualTo("MigrationRequired");
    assertThat(shrunk.condition("DataReady").getMessage())
        .contains("spec.kafka: runs with a quorum of 3 members and cannot shrink to 1 in place")
        .contains("set it back to 3");

    World back = shrunk.wanting(SHOP + "  kafka: {brokers: 3}\n").converge();
    assertThat(back.condition("DataReady").getReason()).isEqualTo("AllReady");
  }

  @Test
  void whoeverScalesASingleBrokerByHandIsPutBack() {
    World world = new World(SHOP).controlled().converge();
    ObjectRef kafka = new ObjectRef("apps/v1", "StatefulSet", "shop", "kafka");
    ObjectNode scaled = world.objects().get(kafka).json().deepCopy();
    scaled.withObject("/spec").put("replicas", 3);
    ((ObjectNode) scaled.at("/metadata/managedFields/0/fieldsV1/f:spec")).remove("f:replicas");
    world.objects().put(kafka, new LiveObject(scaled));

    world.converge();

    assertThat(world.objects().get(kafka).at("/spec/replicas").asLong()).isEqualTo(1);
  }

  private static World reference() {
    World world = new World(SHOP);
    world.converge();
    return world;
  }
}
