package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Definitions;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that scales on a queue, on a cluster without KEDA's definition and with it. */
@WithOperator
class KedaApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final String CART =
      "{name: cart, scaling: {minReplicas: 2, maxReplicas: 6, queueDepth: {queue: cart, target: 5},"
          + " schedules: [{start: \"0 %d * * *\", end: \"0 %d * * *\", minReplicas: 4}]}}";

  private KubernetesClient admin;
  private String namespace;
  private Definitions definitions;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(
      KubernetesClient client, TestNamespace own, OperatorProcess running, Definitions others) {
    admin = client;
    namespace = own.name();
    definitions = others;
    operator = running;
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {", "spec: {services: [{name: user}, " + cart() + "], "));
  }

  /** With more pods at a time of the day that is not now. */
  private static String cart() {
    int hour = OffsetDateTime.now(ZoneOffset.UTC).getHour();
    return CART.formatted((hour + 6) % 24, (hour + 8) % 24);
  }

  @Test
  void anAutoscalerOfOursUntilKedaIsThereAndThenOneScaledObject(AuditLog audit) {
    shop.awaitPhase(Phase.Degraded);
    awaitAbsence();
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("spec.services[cart].scaling.queueDepth")
        .contains("helm install keda");
    Await.until("scaled by us", () -> autoscalers().contains("cart-blue"), operator::log);

    // KEDA itself does not run here, so nobody raises them later
    Await.until("raised by ours", () -> replicas() == 2, operator::log);
    definitions.install(ThirdParty.KEDA);

    Await.until("scaled by KEDA", () -> scaled().get() != null, operator::log);
    Await.until("one autoscaler", () -> !autoscalers().contains("cart-blue"), operator::log);
    shop.awaitPhase(Phase.Ready);
    assertThat(types()).containsExactly("kafka", "cpu", "cron");
    awaitSilence(audit);

    scaled().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"maxReplicaCount\": 99}}");
    Await.until("drift corrected", () -> most() == 6, operator::log);

    shop.patch(
        "{\"spec\": {\"services\": [{\"name\": \"user\"}, {\"name\": \"cart\", \"scaling\":"
            + " {\"minReplicas\": 2, \"maxReplicas\": 6}}]}}");
    Await.until("pruned", () -> scaled().get() == null, operator::log);
    Await.until("ours again", () -> autoscalers().contains("cart-blue"), operator::log);
  }

  @Test
  void goesOnWhenKedaIsTakenAway() {
    definitions.install(ThirdParty.KEDA);
    Await.until("scaled by KEDA", () -> scaled().get() != null, operator::log);
    Await.until("not by us", () -> !autoscalers().contains("cart-blue"), operator::log);
    shop.await("presence told", p -> !isAbsenceTold(p));

    definitions.uninstall(ThirdParty.KEDA);

    awaitAbsence();
    Await.until("ours again", () -> autoscalers().contains("cart-blue"), operator::log);
  }

  /** Two looks without a request, the second one asked for. */
  private void awaitSilence(AuditLog audit) {
    Await.until(
        "at rest",
        () -> {
          long mark = audit.mark();
          shop.patch(
              "{\"metadata\": {\"annotations\": {\"example.com/touched\": \"%d\"}}}"
                  .formatted(mark));
          Await.pause(Duration.ofSeconds(4));
          return audit.since(mark, ACCOUNT, namespace).isEmpty();
        },
        operator::log);
  }

  private void awaitAbsence() {
    shop.await("absence told", KedaApiTest::isAbsenceTold);
  }

  private static boolean isAbsenceTold(ECommercePlatform platform) {
    return platform.getStatus().conditions() != null
        && platform.getStatus().conditions().stream()
            .anyMatch(
                c ->
                    c.getType().equals("WorkloadsReady")
                        && c.getMessage().contains("KEDA is not installed"));
  }

  private List<String> autoscalers() {
    return admin
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .map(a -> a.getMetadata().getName())
        .toList();
  }

  // none while it waits for what it reads
  private int replicas() {
    return Optional.ofNullable(
            admin.apps().deployments().inNamespace(namespace).withName("cart-blue").get())
        .map(deployment -> deployment.getSpec().getReplicas())
        .orElse(0);
  }

  private int most() {
    return scaled().get().<Integer>get("spec", "maxReplicaCount");
  }

  private List<String> types() {
    List<Map<String, Object>> triggers = scaled().get().get("spec", "triggers");
    return triggers.stream().map(t -> String.valueOf(t.get("type"))).toList();
  }

  // told, not discovered: the client would remember that the kind is not there
  private Resource<GenericKubernetesResource> scaled() {
    return admin
        .genericKubernetesResources(
            new ResourceDefinitionContext.Builder()
                .withGroup("keda.sh")
                .withVersion("v1alpha1")
                .withKind("ScaledObject")
                .withPlural("scaledobjects")
                .withNamespaced(true)
                .build())
        .inNamespace(namespace)
        .withName("cart-blue");
  }
}
