package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka by Strimzi on Strimzi's own definitions; the test takes the part of its operator. */
@LocalPlane
class StrimziApiTest {
  private static final String SHOP =
      PlatformUnderTest.MINIMAL.replace(
          "spec: {", "spec: {services: [{name: web}, {name: user}], kafka: {provider: Strimzi}, ");

  private KubernetesClient admin;
  private OperatorProcess operator;
  private PlatformUnderTest shop;
  private StrimziActor strimzi;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    admin = client;
    strimzi = new StrimziActor(client, own.name());
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    operator = OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()));
    shop = PlatformUnderTest.create(client, own.name(), SHOP);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
    strimzi.uninstall();
  }

  @Test
  void isNamedWhileAbsentAndMadeKeptAndLeftInOrderOnceItIsThere(AuditLog audit) throws IOException {
    awaitAbsence();
    assertThat(shop.condition("DataReady").getMessage()).contains("helm install strimzi");
    shop.await("the rest goes on", p -> shop.objectNames().contains("Deployment/web-blue"));

    strimzi.install();

    Await.until("topics made", () -> !strimzi.names("KafkaTopic").isEmpty(), operator::log);
    Await.until("pools made", () -> !strimzi.names("KafkaNodePool").isEmpty(), operator::log);
    // each one that is made after the report would wait for another report
    new Quiet(audit, new Controllers(admin, shop.namespace())).await();
    assertThat(strimzi.names("Kafka")).containsExactly("kafka");
    ConfigMap made = madeOfKafka();
    strimzi.reportsReady();
    shop.awaitPhase(Phase.Ready);
    List<String> topics = strimzi.names("KafkaTopic");
    Map<String, String> before = strimzi.versions("Kafka", "KafkaTopic");

    strimzi.edits("KafkaNodePool", "quorum", "{\"spec\": {\"replicas\": 2}}");
    Await.until("drift corrected", () -> strimzi.poolSize("quorum") == 1, operator::log);

    assertThat(strimzi.versions("Kafka", "KafkaTopic")).as("as they were").isEqualTo(before);
    assertThat(admin.resource(made).get()).as("foreign, in spite of its labels").isNotNull();
    shop.resource().delete();
    Await.until("gone", () -> shop.resource().get() == null, operator::log);
    assertThat(strimzi.names("Kafka")).isEmpty();
    assertThat(strimzi.names("KafkaNodePool")).isEmpty();
    assertThat(strimzi.names("KafkaTopic")).as("records are kept").isEqualTo(topics);
  }

  @Test
  void goesOnWhenStrimziIsTakenAway() throws IOException {
    strimzi.install();
    Await.until("made", () -> !strimzi.names("Kafka").isEmpty(), operator::log);
    shop.await("presence told", p -> !isAbsenceTold(p));

    strimzi.uninstall();

    awaitAbsence();
    shop.patch("{\"spec\": {\"version\": \"1.0.1\"}}");
    shop.await(
        "a later edit applied",
        p -> p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration()));
    strimzi.install();
    Await.until("made again", () -> !strimzi.names("Kafka").isEmpty(), operator::log);
  }

  private void awaitAbsence() {
    shop.await("absence told", StrimziApiTest::isAbsenceTold);
  }

  private static boolean isAbsenceTold(ECommercePlatform platform) {
    return platform.getStatus().conditions() != null
        && platform.getStatus().conditions().stream()
            .anyMatch(
                c -> c.getType().equals("DataReady") && c.getReason().equals("DefinitionMissing"));
  }

  /** Strimzi copies the labels of a resource to all that it makes of it. */
  private ConfigMap madeOfKafka() {
    return admin
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("kafka-quorum-0")
                .withNamespace(shop.namespace())
                .withLabels(strimzi.get("Kafka", "kafka").getMetadata().getLabels())
                .withOwnerReferences(strimzi.asOwner("kafka"))
                .endMetadata()
                .build())
        .create();
  }
}
