package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DocumentDB, which runs in AWS: only what sets it up runs in the cluster. */
record DocumentDbStore(StoreComponent component) implements StoreFormation {

  @Override
  public Optional<StoreSetup> setup() {
    Store store = component.store();
    List<EnvVar> env = new ArrayList<>();
    env.add(EnvVars.value("SERVER", store.endpoint().orElse("") + ":" + store.port()));
    env.add(EnvVars.value("ADMIN", store.masterUsername()));
    env.add(EnvVars.secret("ADMIN_PASSWORD", store.adminSecret(), "password"));
    env.add(EnvVars.value("HOME", "/tmp"));
    env.add(EnvVars.value("TLS", String.valueOf(store.access().tls())));
    if (store.access().privateAuthority()) {
      env.add(EnvVars.config("AUTHORITIES", store.authorities(), Store.AUTHORITIES_KEY));
    }
    return Optional.of(
        new StoreSetup(
            StoreSetup.command(
                "documentdb-setup.js", "mongosh", "--nodb", "--norc", "--quiet", "--eval"),
            env));
  }
}
