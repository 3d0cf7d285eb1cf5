package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nobody expected is told in status: a defective build, and a password that was deleted while
 * its data is there.
 */
@LocalPlane
class SurpriseApiTest {
  private static final String CREDENTIALS = "postgresql-credentials";

  @TempDir private Path defective;
  private KubernetesClient admin;
  private String namespace;
  private Kubeconfig account;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void runs(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    admin = client;
    namespace = own.name();
    account = OperatorInstall.into(client, kubeconfig);
    operator = OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [{name: user}], "));
    shop.awaitPhase(Phase.Ready);
    new Controllers(admin, namespace).await();
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void aDefectIsToldAndGoesWithTheNextPassThatEndsWell() throws IOException {
    Map<String, String> versions = shop.objects(SurpriseApiTest::version);
    restart(new OtherBuild(defective).with("services.yaml", "    size: service", "    size: odd"));
    shop.await("InternalError", p -> p.getStatus().phase() == Phase.Degraded);
    assertThat(shop.condition("Ready"))
        .returns("False", c -> c.getStatus())
        .returns("InternalError", c -> c.getReason());
    assertThat(shop.condition("Ready").getMessage())
        .contains("NullPointerException in Catalogue, line ")
        .doesNotContain("\n")
        .doesNotContain("Cannot invoke");
    assertThat(shop.resource().get().getStatus().services()).isNotEmpty();
    assertThat(shop.objects(SurpriseApiTest::version)).isEqualTo(versions);

    operator.stop();
    operator.close();
    operator = OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
    shop.awaitPhase(Phase.Ready);
    assertThat(shop.condition("Ready").getReason()).isEqualTo("AllReady");
  }

  @Test
  void aPasswordThatDataKnowsIsNotMadeAnew() {
    Map<String, String> content =
        admin.secrets().inNamespace(namespace).withName(CREDENTIALS).get().getData();
    var labels =
        admin
            .secrets()
            .inNamespace(namespace)
            .withName(CREDENTIALS)
            .get()
            .getMetadata()
            .getLabels();
    Map<String, String> before = uids();
    before.remove("Secret/" + CREDENTIALS);

    admin.secrets().inNamespace(namespace).withName(CREDENTIALS).delete();
    shop.awaitPhase(Phase.Blocked);
    assertThat(shop.condition("DataReady").getReason()).isEqualTo("CredentialsLost");
    assertThat(shop.condition("DataReady").getMessage())
        .contains("Secret postgresql-credentials is gone", "kubectl delete statefulset,pvc");
    assertThat(uids()).isEqualTo(before);

    admin
        .resource(
            new io.fabric8.kubernetes.api.model.SecretBuilder()
                .withNewMetadata()
                .withName(CREDENTIALS)
                .withNamespace(namespace)
                .withLabels(labels)
                .endMetadata()
                .withData(content)
                .build())
        .create();
    shop.awaitPhase(Phase.Ready);
    assertThat(uids()).containsAllEntriesOf(before);
  }

  @Test
  void givenUpDataGetsANewPassword() {
    String before = password();
    admin.secrets().inNamespace(namespace).withName(CREDENTIALS).delete();
    shop.awaitPhase(Phase.Blocked);
    admin.apps().statefulSets().inNamespace(namespace).withName("postgresql").delete();
    admin
        .persistentVolumeClaims()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/instance", "postgresql")
        .delete();
    shop.awaitPhase(Phase.Ready);
    assertThat(password()).isNotEqualTo(before);
  }

  // status moves by itself, what is wanted does not
  private static String version(HasMetadata object) {
    return object.getMetadata().getUid() + " " + object.getMetadata().getGeneration();
  }

  // the setup that has run names the password in it, and goes
  private Map<String, String> uids() {
    Map<String, String> uids = shop.objects(o -> o.getMetadata().getUid());
    uids.keySet().removeIf(id -> id.startsWith("Job/"));
    return uids;
  }

  private String password() {
    return admin
        .secrets()
        .inNamespace(namespace)
        .withName(CREDENTIALS)
        .get()
        .getData()
        .get("password");
  }

  private void restart(OtherBuild build) throws IOException {
    operator.stop();
    operator.close();
    operator =
        OperatorProcess.startOtherBuild(
            account, Map.of("ECP_NAMESPACES", namespace), build.folder());
  }
}
