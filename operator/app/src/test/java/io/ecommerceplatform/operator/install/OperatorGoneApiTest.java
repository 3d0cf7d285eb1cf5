package io.ecommerceplatform.operator.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.apply.Finalizer;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The operator was uninstalled before its platforms: what docs/installation.md says of it. */
@LocalPlane
class OperatorGoneApiTest {
  private static final String LABEL = "ecommerceplatform.io/platform";

  @Test
  void aPlatformStaysUntilTheFinalizerIsTakenOffAndItsDataStaysAfterThat(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    Resource<ECommercePlatform> shop =
        admin.resources(ECommercePlatform.class).inNamespace(own.name()).withName("shop");
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      create(admin, own.name());
      shop.waitUntilCondition(OperatorGoneApiTest::isReady, 120, TimeUnit.SECONDS);
      operator.stop();
    }

    shop.delete();
    assertThat(shop.get().getFinalizers()).containsExactly(Finalizer.NAME);
    assertThat(admin.apps().deployments().inNamespace(own.name()).list().getItems()).isNotEmpty();

    shop.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");

    shop.waitUntilCondition(gone -> gone == null, 60, TimeUnit.SECONDS);
    admin
        .apps()
        .deployments()
        .inNamespace(own.name())
        .informOnCondition(List<Deployment>::isEmpty)
        .orTimeout(120, TimeUnit.SECONDS)
        .join();
    assertThat(admin.secrets().inNamespace(own.name()).withLabel(LABEL, "shop").list().getItems())
        .as("credentials of volumes that are kept")
        .isNotEmpty();
    assertThat(
            admin
                .persistentVolumeClaims()
                .inNamespace(own.name())
                .withLabel(LABEL, "shop")
                .list()
                .getItems())
        .as("volumes")
        .isNotEmpty();
  }

  private static void create(KubernetesClient admin, String namespace) {
    ECommercePlatform shop =
        Serialization.unmarshal(
            """
            apiVersion: ecommerceplatform.io/v1alpha1
            kind: ECommercePlatform
            metadata: {name: shop}
            spec: {profile: Economy, version: "1.0.0", domain: {host: shop.example.com}}
            """,
            ECommercePlatform.class);
    shop.getMetadata().setNamespace(namespace);
    admin.resource(shop).create();
  }

  private static boolean isReady(ECommercePlatform shop) {
    return shop.getStatus() != null && shop.getStatus().phase() == Phase.Ready;
  }
}
