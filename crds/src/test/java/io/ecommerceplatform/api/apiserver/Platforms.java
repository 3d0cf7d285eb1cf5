package io.ecommerceplatform.api.apiserver;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sends platforms to the API server as kubectl does, with unknown fields refused. */
record Platforms(KubernetesClient client, String namespace) {
  static final Path SAMPLES = Path.of("../samples");
  private static final Path CRD = Path.of("ecommerceplatforms.ecommerceplatform.io-v1.yaml");
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  static List<Path> samples(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** Returns when the API server serves the kind, which is a moment after it says so. */
  static void install(KubernetesClient client) throws IOException {
    CustomResourceDefinition crd =
        Serialization.unmarshal(Files.readString(CRD), CustomResourceDefinition.class);
    client.resource(crd).forceConflicts().serverSideApply();
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName(crd.getMetadata().getName())
        .waitUntilCondition(Platforms::established, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    Instant deadline = Instant.now().plus(DEADLINE);
    while (!served(client)) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("ECommercePlatform is not served after " + DEADLINE);
      }
      Thread.onSpinWait();
    }
  }

  void check(String yaml) {
    resource(yaml).dryRun().fieldValidation(Validation.STRICT).create();
  }

  void create(String yaml) {
    resource(yaml).create();
  }

  void replace(String yaml) {
    resource(yaml).dryRun().update();
  }

  private NamespaceableResource<?> resource(String yaml) {
    GenericKubernetesResource platform =
        Serialization.unmarshal(yaml, GenericKubernetesResource.class);
    platform.getMetadata().setNamespace(namespace);
    return client.resource(platform);
  }

  private static boolean established(CustomResourceDefinition crd) {
    return crd != null
        && crd.getStatus() != null
        && crd.getStatus().getConditions() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private static boolean served(KubernetesClient client) {
    try {
      client
          .genericKubernetesResources("ecommerceplatform.io/v1alpha1", "ECommercePlatform")
          .inAnyNamespace()
          .list();
      return true;
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
