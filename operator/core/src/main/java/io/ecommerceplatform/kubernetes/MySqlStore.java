package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One MySQL server with a database and a user for each client. */
record MySqlStore(StoreComponent component) implements StoreFormation {
  private static final String ROOT = "root";

  @Override
  public int members() {
    return 1; // a second one would be another server with other data
  }

  @Override
  public List<String> flags(ServerFlags parameters) {
    return parameters.joined();
  }

  @Override
  public Optional<StoreSetup> dump() {
    return Optional.of(new StoreSetup(StoreSetup.backup("mysql-backup.sh"), login()));
  }

  private List<EnvVar> login() {
    Store store = component.store();
    return List.of(
        EnvVars.value("SERVER", store.endpoint().orElse(store.name())),
        EnvVars.value("PORT", String.valueOf(store.port())),
        // the clients of MySQL read it by this name
        EnvVars.secret("MYSQL_PWD", store.adminSecret(), "password"));
  }

  @Override
  public Optional<StoreSetup> setup() {
    Store store = component.store();
    boolean ownMaster = store.inCluster() && !store.masterUsername().equals(ROOT);
    if (store.clients().isEmpty() && store.databaseName().isEmpty() && !ownMaster) {
      return Optional.empty();
    }
    List<EnvVar> env = new ArrayList<>(login());
    if (!store.inCluster()) {
      env.add(EnvVars.value("ADMIN", store.masterUsername()));
    }
    if (ownMaster) {
      env.add(EnvVars.value("MASTER", store.masterUsername()));
    }
    if (!store.databaseName().isEmpty()) {
      env.add(EnvVars.value("DATABASE", store.databaseName()));
    }
    return Optional.of(
        new StoreSetup(StoreSetup.command("mysql-setup.sh", "bash", "-eo", "pipefail", "-c"), env));
  }
}
