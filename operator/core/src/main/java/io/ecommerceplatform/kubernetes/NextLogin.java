package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.kubernetes.Rotations.Rotation;
import io.ecommerceplatform.model.StoreClient;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.SecretReference;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The login that takes the place of the one a client has. */
record NextLogin(StoreComponent component, StoreClient client, Rotation rotation) {

  /** In which it waits for the store to learn it; nothing of it is worth keeping. */
  GeneratedSecret secret(Map<String, Integer> password) {
    Map<String, String> labels = new TreeMap<>(component.metadata().labels(Map.of()));
    labels.put(Rotations.NUMBER, number());
    return new GeneratedSecret(
        new ObjectRef("v1", "Secret", component.platform().namespace(), client.nextSecret()),
        labels,
        Map.of("username", client.username(rotation.number() + 1)),
        password);
  }

  /** What clients are given when the store knows it. */
  Manifest renewal() {
    Map<String, String> data =
        Stream.of("username", "password")
            .collect(
                Collectors.toMap(
                    key -> key, key -> new SecretReference(client.nextSecret(), key).text()));
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(Rotations.SINCE, rotation.nextMadeAt());
    if (!rotation.asked().isEmpty()) {
      annotations.put(Rotations.FOLLOWED, rotation.asked());
    }
    return Manifest.of(
        new SecretBuilder()
            .withNewMetadata()
            .withName(client.secret())
            .withNamespace(component.platform().namespace())
            .withLabels(Map.of(Rotations.NUMBER, number()))
            .withAnnotations(annotations)
            .endMetadata()
            .withData(data)
            .build());
  }

  private String number() {
    return String.valueOf(rotation.number() + 1);
  }
}
