package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.kubernetes.Rotations.Rotation;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreClient;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials of one store: the administrator's, and one pair for each client of a database.
 *
 * @param component the store
 * @param rotations how far the logins of clients are in their rotation
 */
record StoreSecrets(StoreComponent component, Rotations rotations) {
  private static final String PASSWORD = "password";
  private static final int PASSWORD_LENGTH = 32;

  /**
   * What is to be there.
   *
   * @param known true when the store knows all {@link #logins}
   */
  List<GeneratedSecret> generated(boolean known) {
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
    clients().forEach(client -> secrets.addAll(of(client, known)));
    return secrets;
  }

  private List<GeneratedSecret> of(StoreClient client, boolean known) {
    Map<String, Integer> password = Map.of(PASSWORD, PASSWORD_LENGTH);
    Rotation rotation = rotations.of(client);
    GeneratedSecret current = secret(client.secret(), client.username(rotation.number()), password);
    if (!rotation.isUnderWay()) {
      return List.of(current);
    }
    NextLogin next = new NextLogin(component, client, rotation);
    return List.of(known ? current.renewedBy(next.renewal()) : current, next.secret(password));
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

  /** Whom the setup makes: of a client whose login is being changed both users. */
  List<Login> logins() {
    List<Login> logins = new ArrayList<>();
    for (StoreClient client : clients()) {
      Rotation rotation = rotations.of(client);
      int number = rotation.number();
      logins.add(new Login(client.database(), client.username(number), client.secret()));
      if (rotation.isUnderWay()) {
        logins.add(new Login(client.database(), client.username(number + 1), client.nextSecret()));
      }
    }
    return logins;
  }

  /** Secrets without which no member may start. */
  List<String> ofMembers() {
    return component.hasCredentials() ? List.of(component.store().adminSecret()) : List.of();
  }

  /** Secrets without which the setup cannot run. */
  List<String> ofSetup() {
    List<String> names = new ArrayList<>(ofMembers());
    logins().forEach(login -> names.add(login.secret()));
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
