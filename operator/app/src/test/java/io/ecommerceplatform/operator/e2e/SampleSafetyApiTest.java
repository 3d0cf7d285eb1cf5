package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sample in a namespace that enforces PodSecurity restricted, and the values of its Secrets:
 * each is a canary, which must be found in no other place.
 */
@LocalPlane
class SampleSafetyApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Path SAMPLES = Path.of(System.getProperty("repository.root"), "samples");
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final int SECRET_LENGTH = 16;
  private static final int POD_SECONDS = 60;
  private static final String CANARY = "canary-7c1f9d2ab04e";
  private static final String WITH_A_SECRET =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        services:
        - name: tool
          image: {repository: example.com/tool, tag: "1"}
          port: 8080
          env: [{name: KEY, secret: {name: psp, key: apiKey}}]
      """;

  private KubernetesClient admin;

  @Test
  void restrictedAdmitsEveryPodAndNoSecretShows(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    admin = client;
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    List<String> namespaces = new ArrayList<>();
    try (OperatorProcess operator = OperatorProcess.start(account, Map.of())) {
      for (String text : platforms()) {
        String namespace = own.name() + "-" + namespaces.size();
        namespaces.add(namespace);
        create(namespace);
        PlatformUnderTest.create(client, namespace, text)
            .await("observed", p -> p.getStatus().observedGeneration() != null);
      }
      rest(audit);
      namespaces.forEach(this::assertAdmitted);
      assertThat(client.pods().inNamespace(namespaces.getFirst()).list().getItems()).isNotEmpty();
      String log = operator.log();
      namespaces.forEach(namespace -> assertNoSecretShows(namespace, log));
    } finally {
      namespaces.forEach(n -> client.namespaces().withName(n).delete());
    }
  }

  private void create(String namespace) {
    admin
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
    admin
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("psp")
                .withNamespace(namespace)
                .endMetadata()
                .addToStringData("apiKey", CANARY)
                .build())
        .create();
  }

  private void assertAdmitted(String namespace) {
    assertThat(admin.v1().events().inNamespace(namespace).list().getItems())
        .filteredOn(e -> e.getReason().startsWith("FailedCreate"))
        .extracting(e -> e.getMessage())
        .isEmpty();
    // a sample whose stores are all in AWS has no workload yet
    for (Deployment deployment :
        admin.apps().deployments().inNamespace(namespace).list().getItems()) {
      if (Integer.valueOf(0).equals(deployment.getSpec().getReplicas())) {
        continue; // the idle colour has no pods
      }
      admin
          .resource(deployment)
          .waitUntilCondition(
              d -> d.getStatus().getReplicas() != null && d.getStatus().getReplicas() > 0,
              POD_SECONDS,
              TimeUnit.SECONDS);
    }
    for (StatefulSet store : admin.apps().statefulSets().inNamespace(namespace).list().getItems()) {
      admin
          .resource(store)
          .waitUntilCondition(
              s -> s.getStatus().getReplicas() != null && s.getStatus().getReplicas() > 0,
              POD_SECONDS,
              TimeUnit.SECONDS);
    }
  }

  private void assertNoSecretShows(String namespace, String log) {
    List<String> values = secretValues(namespace);
    assertThat(values).as("secrets of %s", namespace).contains(CANARY);
    String everything = everythingElse(namespace);
    assertThat(everything).contains("observedGeneration").contains("reportingController");
    for (String value : values) {
      assertThat(log.contains(value)).as("a Secret of %s in the log", namespace).isFalse();
      String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      assertThat(everything.contains(value) || everything.contains(encoded))
          .as("a Secret of %s in another object", namespace)
          .isFalse();
    }
  }

  /** Texts that are long enough to be one: names of users are no secret. */
  private List<String> secretValues(String namespace) {
    return admin.secrets().inNamespace(namespace).list().getItems().stream()
        .map(Secret::getData)
        .flatMap(data -> data.entrySet().stream())
        .filter(entry -> !entry.getKey().equals("username"))
        .map(e -> new String(Base64.getDecoder().decode(e.getValue()), StandardCharsets.UTF_8))
        .filter(value -> value.length() >= SECRET_LENGTH)
        .toList();
  }

  private String everythingElse(String namespace) {
    Stream<? extends List<? extends HasMetadata>> lists =
        Stream.of(
            admin.resources(ECommercePlatform.class).inNamespace(namespace).list().getItems(),
            admin.events().v1().events().inNamespace(namespace).list().getItems(),
            admin.configMaps().inNamespace(namespace).list().getItems(),
            admin.pods().inNamespace(namespace).list().getItems(),
            admin.services().inNamespace(namespace).list().getItems(),
            admin.apps().deployments().inNamespace(namespace).list().getItems(),
            admin.apps().statefulSets().inNamespace(namespace).list().getItems(),
            admin.batch().v1().jobs().inNamespace(namespace).list().getItems(),
            admin.network().v1().ingresses().inNamespace(namespace).list().getItems());
    StringBuilder text = new StringBuilder();
    lists.flatMap(List::stream).forEach(o -> text.append(Serialization.asYaml(o)));
    return text.toString();
  }

  private static void rest(AuditLog audit) {
    Await.until(
        "at rest",
        () -> {
          long mark = audit.mark();
          Await.pause(QUIET);
          return audit.since(mark, ACCOUNT).stream().allMatch(r -> r.resource().equals("leases"));
        },
        () -> "requests all the time");
  }

  private static List<String> platforms() throws IOException {
    List<String> texts = new ArrayList<>(List.of(WITH_A_SECRET));
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
