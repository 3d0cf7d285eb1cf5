package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Definitions;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka by Strimzi on Strimzi's own definitions; the test takes the part of its operator. */
@LocalPlane
class StrimziApiTest {
  private static final String SHOP =
      PlatformUnderTest.MINIMAL.replace(
          "spec: {", "spec: {services: [{name: web}, {name: user}], kafka: {provider: Strimzi}, ");

  private static final String USER = "kafka-user";
  private static final String KEDA = "kafka.keda";

  private KubernetesClient admin;
  private Kubeconfig account;
  private OperatorProcess operator;
  private PlatformUnderTest shop;
  private StrimziActor strimzi;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    admin = client;
    strimzi = new StrimziActor(client, own.name());
    account = OperatorInstall.into(client, kubeconfig);
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
    awaitRest(audit);
    assertThat(strimzi.names("Kafka")).containsExactly("kafka");
    ConfigMap made = madeOfKafka();
    strimzi.reportsReady();
    strimzi.makesUsers("first");
    shop.awaitPhase(Phase.Ready);
    List<String> topics = strimzi.names("KafkaTopic");
    Map<String, String> before = strimzi.versions("Kafka", "KafkaTopic", "KafkaUser");

    strimzi.edits("KafkaNodePool", "quorum", "{\"spec\": {\"replicas\": 2}}");
    Await.until("drift corrected", () -> strimzi.poolSize("quorum") == 1, operator::log);

    assertThat(strimzi.versions("Kafka", "KafkaTopic", "KafkaUser"))
        .as("as they were")
        .isEqualTo(before);
    assertThat(admin.resource(made).get()).as("foreign, in spite of its labels").isNotNull();
    shop.resource().delete();
    Await.until("gone", () -> shop.resource().get() == null, operator::log);
    assertThat(strimzi.names("Kafka")).isEmpty();
    assertThat(strimzi.names("KafkaNodePool")).isEmpty();
    assertThat(strimzi.names("KafkaUser")).isEmpty();
    assertThat(strimzi.names("KafkaTopic")).as("records are kept").isEqualTo(topics);
  }

  @Test
  void podsWaitForTheirLoginAndGoWithIt(AuditLog audit) throws IOException {
    strimzi.install();
    Await.until("user made", () -> strimzi.names("KafkaUser").contains(USER), operator::log);
    awaitRest(audit);
    strimzi.reportsReady();
    shop.await(
        "waits visibly for this one",
        p ->
            p.getStatus().conditions() != null
                && shop.condition("WorkloadsReady").getReason().equals("WaitingForSecret")
                && shop.condition("WorkloadsReady")
                    .getMessage()
                    .contains("waits for Secret " + USER));
    shop.await(
        "users counted",
        p -> shop.condition("DataReady").getMessage().contains("0 of 1 users are ready"));
    assertThat(shop.objectNames()).doesNotContain("Deployment/user-blue");

    strimzi.makesUsers("first");

    shop.awaitPhase(Phase.Ready);
    String first = credentials();
    assertThat(first).contains(USER + "=");
    String web = templateOf("web-blue");

    strimzi.makesUsers("second");
    Await.until("rolled", () -> !credentials().equals(first), operator::log);
    shop.awaitPhase(Phase.Ready);
    assertThat(templateOf("web-blue")).as("reads no login").isEqualTo(web);

    shop.patch("{\"spec\": {\"services\": [{\"name\": \"web\"}]}}");
    Await.until("pruned", () -> !strimzi.names("KafkaUser").contains(USER), operator::log);
    assertThat(strimzi.names("Kafka")).containsExactly("kafka");
  }

  @Test
  void aUserThatStrimziRefusesIsTold(AuditLog audit) throws IOException {
    strimzi.install();
    Await.until("user made", () -> strimzi.names("KafkaUser").contains(USER), operator::log);
    awaitRest(audit);
    strimzi.reportsReady();

    strimzi.refuses("KafkaUser", USER, "the quota is odd");

    shop.await("told", p -> shop.condition("DataReady").getMessage().contains("the quota is odd"));
    assertThat(shop.condition("DataReady").getMessage())
        .contains("kubectl describe kafkausers.kafka.strimzi.io " + USER);
  }

  @Test
  void kedaLogsInAsAUserOfItsOwn(Definitions definitions, AuditLog audit) throws IOException {
    strimzi.install();
    definitions.install(ThirdParty.KEDA);
    shop.patch(
        """
        {"spec": {"services": [{"name": "web"}, {"name": "user"}, {"name": "cart", "scaling":
          {"minReplicas": 1, "maxReplicas": 3, "queueDepth": {"queue": "cart", "target": 5}}}]}}
        """);
    Await.until("user made", () -> strimzi.names("KafkaUser").contains(KEDA), operator::log);
    Await.until("login told", () -> login() != null, operator::log);
    assertThat(login().<String>get("spec", "secretTargetRef", 0, "name")).isEqualTo(KEDA);
    awaitRest(audit);
    strimzi.reportsReady();
    strimzi.makesUsers("first");
    shop.awaitPhase(Phase.Ready);

    definitions.uninstall(ThirdParty.KEDA);

    Await.until("user pruned", () -> !strimzi.names("KafkaUser").contains(KEDA), operator::log);
  }

  private GenericKubernetesResource login() {
    return admin
        .genericKubernetesResources(
            new ResourceDefinitionContext.Builder()
                .withGroup("keda.sh")
                .withVersion("v1alpha1")
                .withKind("TriggerAuthentication")
                .withPlural("triggerauthentications")
                .withNamespaced(true)
                .build())
        .inNamespace(shop.namespace())
        .withName(KEDA)
        .get();
  }

  private String credentials() {
    return admin
        .apps()
        .deployments()
        .inNamespace(shop.namespace())
        .withName("user-blue")
        .get()
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .get("ecommerceplatform.io/credentials");
  }

  private String templateOf(String deployment) {
    return Serialization.asYaml(
        admin
            .apps()
            .deployments()
            .inNamespace(shop.namespace())
            .withName(deployment)
            .get()
            .getSpec()
            .getTemplate());
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

  /** As another release of the operator finds it, which would run other brokers. */
  @Test
  void anUpgradeOfTheOperatorRollsNoBrokerUntilItIsApproved(@TempDir Path build, AuditLog audit)
      throws IOException {
    strimzi.install();
    Await.until("user made", () -> strimzi.names("KafkaUser").contains(USER), operator::log);
    awaitRest(audit);
    strimzi.reportsReady();
    strimzi.makesUsers("first");
    shop.awaitPhase(Phase.Ready);
    Map<String, String> before = strimzi.versions("Kafka", "KafkaNodePool");

    operator.stop();
    operator.close();
    new OtherBuild(build)
        .with(
            "stores.yaml",
            "Economy: {cpu: 100m, memory: 512Mi, memoryLimit: 1Gi}",
            "Economy: {cpu: 123m, memory: 512Mi, memoryLimit: 1Gi}");
    operator = OperatorProcess.startOtherBuild(account, settings(), build);
    ECommercePlatform pending =
        shop.await(
            "UpgradePending",
            p ->
                p.getStatus().plan() != null
                    && shop.condition("DataReady").getReason().equals("UpgradePending"));
    assertThat(shop.condition("DataReady").getMessage()).contains("KafkaNodePool/quorum");
    assertThat(pending.getStatus().phase()).isEqualTo(Phase.Ready);
    assertThat(strimzi.versions("Kafka", "KafkaNodePool")).isEqualTo(before);

    shop.patch(
        "{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/approve-plan\": \"%s\"}}}"
            .formatted(pending.getStatus().plan().hash()));
    Await.until("rolled", () -> strimzi.poolCpu("quorum").equals("123m"), operator::log);
  }

  /** Each one that is made after a report would wait for another report. */
  private void awaitRest(AuditLog audit) {
    new Quiet(audit, new Controllers(admin, shop.namespace())).await();
  }

  private Map<String, String> settings() {
    return Map.of("ECP_NAMESPACES", shop.namespace());
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
                .withOwnerReferences(strimzi.asOwner("Kafka", "kafka"))
                .endMetadata()
                .build())
        .create();
  }
}
