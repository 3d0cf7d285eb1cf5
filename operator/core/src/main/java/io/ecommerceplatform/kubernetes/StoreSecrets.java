package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreClient;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Credentials of one store: the administrator's, and one pair for each client of a database. */
record StoreSecrets(StoreComponent component) {
  private static final String PASSWORD = "password";
  private static final int PASSWORD_LENGTH = 32;

  List<GeneratedSecret> generated() {
    List<GeneratedSecret> secrets = new ArrayList<>();
    if (component.hasCredentials()) {
      secrets.add(
          secret(
              component.store().adminSecret(),
              component.store().masterUsername(),
              component.store().inCluster()
                  ? component.runtime().credentials()
                  : Map.of("password", PASSWORD_LENGTH)));
    }
    for (StoreClient client : clients()) {
      secrets.add(secret(client.secret(), client.username(), Map.of(PASSWORD, PASSWORD_LENGTH)));
    }
    return secrets;
  }

  /** The one password of a cache or a search in AWS; a cache has none without TLS. */
  Optional<GeneratedSecret> ofOneUserInAws() {
    Store store = component.store();
    Map<String, Integer> password = Map.of(PASSWORD, PASSWORD_LENGTH);
    // ElastiCache takes some marks only, and OpenSearch Service none without
    Set<String> mixed = store.kind() == StoreKind.SEARCH ? Set.of(PASSWORD) : Set.of();
    return store.access().tls()
        ? Optional.of(secret(store.adminSecret(), store.masterUsername(), password, mixed))
        : Optional.empty();
  }

  /** Secrets without which no member may start. */
  List<String> ofMembers() {
    return component.hasCredentials() ? List.of(component.store().adminSecret()) : List.of();
  }

  /** Secrets without which the setup cannot run. */
  List<String> ofSetup() {
    List<String> names = new ArrayList<>(ofMembers());
    clients().forEach(client -> names.add(client.secret()));
    return names;
  }

  /** Only databases know users of each client; those of other stores share its one password. */
  private List<StoreClient> clients() {
    return component.store().kind() == StoreKind.DATABASE ? component.clients() : List.of();
  }

  private GeneratedSecret secret(String name, String username, Map<String, Integer> generated) {
    return secret(name, username, generated, Set.of());
  }

  private GeneratedSecret secret(
      String name, String username, Map<String, Integer> generated, Set<String> mixed) {
    return new GeneratedSecret(
        new ObjectRef("v1", "Secret", component.platform().namespace(), name),
        component.retainedLabels(),
        Map.of("username", username),
        generated,
        mixed);
  }
}
