package io.ecommerceplatform.cli.apiserver;

import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One platform on the plane under test, and the operator's hand in it.
 *
 * @param client the administrator
 * @param namespace its namespace
 * @param name its name
 */
record Shop(KubernetesClient client, String namespace, String name) {
  private static final String DEFINITION = "ecommerceplatforms.ecommerceplatform.io";
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("test")
          .withForce(true)
          .build();

  static void installDefinition(KubernetesClient client) {
    try (InputStream in = Shop.class.getResourceAsStream("/crds/" + DEFINITION + "-v1.yaml")) {
      CustomResourceDefinition definition =
          client.apiextensions().v1().customResourceDefinitions().load(in).item();
      definition.getMetadata().setManagedFields(null);
      client.resource(definition).patch(APPLY, definition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName(DEFINITION)
        .waitUntilCondition(Shop::isEstablished, 30, TimeUnit.SECONDS);
    Instant deadline = Instant.now().plusSeconds(30);
    // served a moment after it says that it is established
    while (!isServed(client)) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("ECommercePlatform is not served after 30 s");
      }
      Thread.onSpinWait();
    }
  }

  static boolean hasDefinition(KubernetesClient client) {
    return client.apiextensions().v1().customResourceDefinitions().withName(DEFINITION).get()
        != null;
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  private static boolean isServed(KubernetesClient client) {
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

  static Shop create(KubernetesClient client, String namespace, String name) {
    Shop shop = new Shop(client, namespace, name);
    Map<String, Object> spec =
        Map.of(
            "profile", "Economy",
            "version", "1.0.0",
            "domain", Map.of("host", "shop.example.com"));
    shop.resource(Map.of("spec", spec)).create();
    return shop;
  }

  /** Writes a status as the operator does, for the present generation. */
  void report(String phase, String ready, String services) {
    GenericKubernetesResource live = resource(Map.of()).get();
    String status =
        """
        {"observedGeneration": %d, "phase": "%s", "message": "%s services ready",
         "services": [{"name": "order", "ready": "%s"}],
         "conditions": [{"type": "Ready", "status": "%s", "reason": "%s", "message": "",
                         "lastTransitionTime": "2026-01-01T10:00:00Z", "observedGeneration": 1}]}
        """
            .formatted(
                live.getMetadata().getGeneration(),
                phase,
                services,
                services,
                ready,
                ready.equals("True") ? "AllReady" : "PodsStarting");
    live.setAdditionalProperty("status", Json.typed(Json.parse(status), Map.class));
    client.resource(live).updateStatus();
  }

  private Resource<GenericKubernetesResource> resource(Map<String, Object> more) {
    GenericKubernetesResource resource = new GenericKubernetesResource();
    resource.setApiVersion("ecommerceplatform.io/v1alpha1");
    resource.setKind("ECommercePlatform");
    resource.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    resource.setAdditionalProperties(new HashMap<>(more));
    return client.resource(resource);
  }
}
