package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL server with a database and a user for each client. */
record PostgreSqlStore(StoreComponent component) implements StoreFormation {

  @Override
  public int members() {
    return 1; // a second one would be another server with other data
  }

  @Override
  public List<EnvVar> env() {
    return List.of(EnvVars.value("POSTGRES_USER", component.store().masterUsername()));
  }

  @Override
  public List<String> flags(ServerFlags parameters) {
    return parameters.pairs("-c");
  }

  @Override
  public Optional<StoreSetup> dump() {
    return Optional.of(new StoreSetup(StoreSetup.backup("postgresql-backup.sh"), login()));
  }

  private List<EnvVar> login() {
    Store store = component.store();
    return List.of(
        EnvVars.value("PGHOST", store.endpoint().orElse(store.name())),
        EnvVars.value("PGPORT", String.valueOf(store.port())),
        EnvVars.value("PGUSER", store.masterUsername()),
        EnvVars.secret("PGPASSWORD", store.adminSecret(), "password"),
        EnvVars.value("PGDATABASE", "postgres"),
        EnvVars.value("PGCONNECT_TIMEOUT", "10"));
  }

  @Override
  public Optional<StoreSetup> setup() {
    Store store = component.store();
    if (store.clients().isEmpty() && store.databaseName().isEmpty()) {
      return Optional.empty();
    }
    List<EnvVar> env = new ArrayList<>(login());
    // neither a statement with a password nor its error belongs into the server's log
    env.add(EnvVars.value("PGOPTIONS", "-c log_statement=none -c log_min_error_statement=panic"));
    if (!store.databaseName().isEmpty()) {
      env.add(EnvVars.value("DATABASE", store.databaseName()));
    }
    return Optional.of(new StoreSetup(StoreSetup.command("postgresql-setup.sh", "sh", "-ec"), env));
  }
}
