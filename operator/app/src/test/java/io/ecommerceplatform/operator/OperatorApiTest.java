package io.ecommerceplatform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.apply.Finalizer;
import io.ecommerceplatform.operator.leadership.Leadership;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithOperator
class OperatorApiTest {
  private KubernetesClient admin;
  private String namespace;
  private OperatorProcess operator;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess running) {
    admin = client;
    namespace = own.name();
    operator = running;
  }

  @Test
  void fiveLinesBecomeReadyAndVanishAgain() {
    Resource<ECommercePlatform> shop = create("Apply");
    awaitPhase(shop, Phase.Ready);
    assertThat(shop.get().getFinalizers()).containsExactly(Finalizer.NAME);

    shop.delete();
    shop.waitUntilCondition(gone -> gone == null, 120, TimeUnit.SECONDS);
    assertThat(admin.apps().deployments().inNamespace(namespace).list().getItems()).isEmpty();
    assertThat(admin.secrets().inNamespace(namespace).withName("postgresql-credentials").get())
        .as("credentials of volumes that are kept")
        .isNotNull();
  }

  @Test
  void planWritesStatusAndNothingElse() {
    Resource<ECommercePlatform> shop = create("Plan");
    shop.waitUntilCondition(
        p -> p.getStatus() != null && p.getStatus().plan() != null, 120, TimeUnit.SECONDS);

    assertThat(shop.get().getFinalizers()).isEmpty();
    assertThat(admin.services().inNamespace(namespace).list().getItems()).isEmpty();
    shop.delete();
    shop.waitUntilCondition(gone -> gone == null, 30, TimeUnit.SECONDS);
  }

  @Test
  void whatSomebodyElseChangedIsPutBack() {
    Resource<ECommercePlatform> shop = create("Apply");
    awaitPhase(shop, Phase.Ready);
    var service = admin.services().inNamespace(namespace).withName("order");
    var before = service.get().getSpec().getPorts().getFirst().getTargetPort();

    service.edit(
        s -> {
          s.getSpec().getPorts().getFirst().setTargetPort(new IntOrString(1));
          return s;
        });

    service.waitUntilCondition(
        s -> s.getSpec().getPorts().getFirst().getTargetPort().equals(before),
        120,
        TimeUnit.SECONDS);
    operator.await(
        "the metric",
        o -> o.get("/metrics").contains("ecp_drift_corrected_total{kind=\"Service\"}"));
  }

  @Test
  void stoppingHandsTheLeaseBack() {
    assertThat(operator.isReady()).isTrue();

    operator.stop();

    var lease =
        admin.leases().inNamespace("ecommerce-platform-system").withName(Leadership.LEASE).get();
    assertThat(lease.getSpec().getHolderIdentity()).isNullOrEmpty();
    assertThat(operator.log()).contains("handed the Lease back");
  }

  private Resource<ECommercePlatform> create(String mode) {
    String yaml =
        """
        apiVersion: ecommerceplatform.io/v1alpha1
        kind: ECommercePlatform
        metadata: {name: shop, namespace: %s}
        spec: {profile: Economy, version: "1.0.0", mode: %s, domain: {host: shop.example.com}}
        """
            .formatted(namespace, mode);
    var resource = Serialization.unmarshal(yaml, ECommercePlatform.class);
    admin.resource(resource).create();
    return admin.resources(ECommercePlatform.class).inNamespace(namespace).withName("shop");
  }

  private static void awaitPhase(Resource<ECommercePlatform> shop, Phase wanted) {
    shop.waitUntilCondition(
        p -> p != null && p.getStatus() != null && p.getStatus().phase() == wanted,
        120,
        TimeUnit.SECONDS);
  }
}
