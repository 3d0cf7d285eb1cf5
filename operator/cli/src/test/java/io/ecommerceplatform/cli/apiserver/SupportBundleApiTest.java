package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of a real namespace has what helps, and a canary in it is nowhere. */
@LocalPlane
class SupportBundleApiTest {
  private static final String CANARY = "canary-0815-value";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
  private static final String LABEL = "ecommerceplatform.io/platform";
  @TempDir private Path folder;

  @BeforeEach
  void definition(KubernetesClient client) {
    Shop.installDefinition(client);
  }

  @Test
  void theCanaryIsNowhere(Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace)
      throws IOException {
    Shop.create(client, namespace.name(), "shop").report("Progressing", "False", "0/1");
    leak(client, namespace.name());
    Path file = folder.resolve("bundle.zip");
    String output = "--output=" + file;
    Command command =
        Command.run(kubeconfig, "support-bundle", "shop", output, "-n", namespace.name());
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isEqualTo(0);
    Map<String, String> files = unpacked(file);
    assertThat(files.values()).noneMatch(t -> t.contains(CANARY) || t.contains(ENCODED));
    assertThat(files.get("shop-support/resource.yaml")).contains("phase: Progressing");
    assertThat(files.get("shop-support/secrets.yaml")).contains("leaky", "password");
    assertThat(files.get("shop-support/objects/configmaps.yaml")).contains("TEXT: a *** b");
    assertThat(files.get("shop-support/events.yaml")).contains("login with *** failed");
    assertThat(files.get("shop-support/versions.txt")).contains("v1alpha1");
    assertThat(files).containsKeys("shop-support/pods.yaml", "shop-support/command.txt");
    Command again =
        Command.run(kubeconfig, "support-bundle", "shop", output, "-n", namespace.name());
    assertThat(again.exit()).as("an older bundle is not replaced").isEqualTo(1);
  }

  private static void leak(KubernetesClient client, String namespace) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("leaky")
                .withNamespace(namespace)
                .addToLabels(LABEL, "shop")
                .endMetadata()
                .addToStringData("password", CANARY)
                .build())
        .create();
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("leaky")
                .withNamespace(namespace)
                .addToLabels(LABEL, "shop")
                .addToAnnotations("note", ENCODED)
                .endMetadata()
                .addToData("TEXT", "a " + CANARY + " b")
                .build())
        .create();
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName("leaky")
                .withNamespace(namespace)
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("ConfigMap")
                .withName("leaky")
                .withNamespace(namespace)
                .endInvolvedObject()
                .withMessage("login with " + CANARY + " failed")
                .build())
        .create();
  }

  private static Map<String, String> unpacked(Path file) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
