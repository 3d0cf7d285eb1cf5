package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform that Velero backs up: without Velero, without the right to it, and with both. */
@LocalPlane
class VeleroApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Path COMPONENT =
      Path.of(System.getProperty("repository.root"), "deploy/kustomize/components/velero");
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: web}]
        backup: {velero: true, schedule: "0 4 * * *", retentionDays: 30}
      """;

  private KubernetesClient admin;
  private Definitions definitions;
  private String velero;
  private OptionalObjects schedules;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, Definitions others)
      throws IOException {
    admin = client;
    definitions = others;
    velero = own.name() + "-velero";
    schedules = new OptionalObjects(client, velero);
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(velero).endMetadata().build())
        .create();
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    operator =
        OperatorProcess.start(
            account, Map.of("ECP_NAMESPACES", own.name(), "ECP_VELERO_NAMESPACE", velero));
    shop = PlatformUnderTest.create(client, own.name(), SHOP);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
    admin.namespaces().withName(velero).delete();
  }

  @Test
  void isNamedWhileAbsentOrForbiddenAndMadeKeptAndTakenAwayInAnotherNamespace(AuditLog audit)
      throws IOException {
    absentThenForbidden();
    long start = audit.mark();
    grant();
    madeThenRefusedThenAccepted();
    keptThenTakenAway();

    Set<String> used =
        audit.since(start, ACCOUNT).stream()
            .filter(r -> r.resource().equals("schedules"))
            .flatMap(r -> Grant.neededBy(r).stream())
            .map(Grant::verb)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used)
        .as("the verbs of components/velero/role.yaml")
        .containsExactlyElementsOf(granted());
  }

  private void absentThenForbidden() {
    awaitReason("VeleroMissing");
    assertThat(shop.condition("Protected").getMessage()).contains("helm install velero");
    shop.await("the rest goes on", p -> shop.objectNames().contains("Deployment/web-blue"));

    definitions.install(ThirdParty.VELERO);
    awaitReason("VeleroForbidden");
    assertThat(shop.condition("Protected").getMessage())
        .contains(velero, "deploy/kustomize/components/velero");
  }

  private void madeThenRefusedThenAccepted() {
    Await.until("made", () -> names().size() == 1, operator::log);
    awaitReason("WaitingForVelero");
    edit(
        "{\"status\": {\"phase\": \"FailedValidation\", \"validationErrors\": [\"no location\"]}}");
    awaitReason("VeleroRefused");
    assertThat(shop.condition("Protected").getMessage()).contains("no location");
    edit("{\"status\": {\"phase\": \"Enabled\", \"validationErrors\": null}}");
    shop.awaitPhase(Phase.Ready);
    assertThat(shop.condition("Protected").getReason()).isEqualTo("BackupScheduled");
  }

  private void keptThenTakenAway() {
    // what the definition or Velero adds is no difference: the next looks send nothing
    Map<String, String> before = schedules.versions(List.of(ManagedKind.VELERO));
    shop.patch("{\"metadata\": {\"annotations\": {\"look\": \"again\"}}}");
    shop.patch("{\"spec\": {\"version\": \"1.0.1\"}}");
    shop.awaitPhase(Phase.Ready);
    assertThat(schedules.versions(List.of(ManagedKind.VELERO))).isEqualTo(before);

    edit("{\"spec\": {\"schedule\": \"0 5 * * *\"}}");
    Await.until("drift corrected", () -> cron().equals("0 4 * * *"), operator::log);
    shop.patch("{\"spec\": {\"backup\": {\"velero\": false}}}");
    Await.until("pruned", () -> names().isEmpty(), operator::log);
    shop.patch("{\"spec\": {\"backup\": {\"velero\": true}}}");
    Await.until("made again", () -> names().size() == 1, operator::log);
    shop.resource().delete();
    Await.until("gone", () -> shop.resource().get() == null, operator::log);
    assertThat(names()).isEmpty();
  }

  @Test
  void goesOnWhenVeleroIsTakenAway() throws IOException {
    definitions.install(ThirdParty.VELERO);
    grant();
    Await.until("made", () -> names().size() == 1, operator::log);

    definitions.uninstall(ThirdParty.VELERO);

    awaitReason("VeleroMissing");
    shop.patch("{\"spec\": {\"version\": \"1.0.1\"}}");
    shop.await(
        "a later edit applied",
        p -> p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration()));
  }

  private void awaitReason(String reason) {
    shop.await(
        reason,
        p ->
            p.getStatus() != null
                && p.getStatus().conditions() != null
                && p.getStatus().conditions().stream()
                    .anyMatch(
                        c -> c.getType().equals("Protected") && c.getReason().equals(reason)));
  }

  /** What is shipped, in the namespace of this test. */
  private void grant() throws IOException {
    for (String file : List.of("role.yaml", "role-binding.yaml")) {
      String yaml = Files.readString(COMPONENT.resolve(file));
      assertThat(yaml).contains("namespace: velero\n");
      admin.resource(yaml.replace("namespace: velero\n", "namespace: " + velero + "\n")).create();
    }
  }

  private static List<String> granted() throws IOException {
    return Serialization.unmarshal(Files.readString(COMPONENT.resolve("role.yaml")), Role.class)
        .getRules()
        .getFirst()
        .getVerbs()
        .stream()
        .sorted()
        .toList();
  }

  private List<String> names() {
    return schedules.names(ManagedKind.VELERO);
  }

  private String cron() {
    return schedules.get(ManagedKind.VELERO, names().getFirst()).get("spec", "schedule");
  }

  // status too: the definition has no subresource for it, so this is how Velero writes it
  private void edit(String patch) {
    schedules.edit(ManagedKind.VELERO, names().getFirst(), patch);
  }
}
