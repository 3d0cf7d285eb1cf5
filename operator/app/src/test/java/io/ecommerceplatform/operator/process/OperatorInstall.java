package io.ecommerceplatform.operator.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts definition, account and roles into the plane exactly as they are shipped. */
public final class OperatorInstall {
  private static final String NAMESPACE = "ecommerce-platform-system";
  private static final String ACCOUNT = "ecommerce-platform-operator";
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  private OperatorInstall() {}

  /** Applies everything and gives the kubeconfig of the operator's own account. */
  public static Kubeconfig into(KubernetesClient admin, Kubeconfig adminConfig) throws IOException {
    for (Path file : files(ROOT.resolve("deploy/kustomize/base"))) {
      try (InputStream yaml = Files.newInputStream(file)) {
        for (HasMetadata object : admin.load(yaml).items()) {
          admin.resource(object).forceConflicts().serverSideApply();
        }
      }
    }
    admin
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("ecommerceplatforms.ecommerceplatform.io")
        .waitUntilCondition(OperatorInstall::isEstablished, 30, TimeUnit.SECONDS);
    // Established is said before the API server has filled its cache: an informer that starts in
    // between is sent away with "storage is (re)initializing", more often than its client tries
    Await.until(
        "the definition to be served",
        () -> isServed(admin),
        () -> "storage is (re)initializing all the time");
    return adminConfig.forServiceAccount(NAMESPACE, ACCOUNT);
  }

  /** What a kustomization lists, folders resolved; enough for a base without patches. */
  private static List<Path> files(Path folder) throws IOException {
    JsonNode kustomization =
        Serialization.unmarshal(
            Files.readString(folder.resolve("kustomization.yaml")), JsonNode.class);
    List<Path> files = new ArrayList<>();
    for (JsonNode resource : kustomization.path("resources")) {
      Path path = folder.resolve(resource.asText()).normalize();
      files.addAll(Files.isDirectory(path) ? files(path) : List.of(path));
    }
    return files;
  }

  private static boolean isServed(KubernetesClient admin) {
    try {
      admin
          .resources(ECommercePlatform.class)
          .inAnyNamespace()
          .list(new ListOptionsBuilder().withResourceVersion("0").build());
      return true;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }
}
