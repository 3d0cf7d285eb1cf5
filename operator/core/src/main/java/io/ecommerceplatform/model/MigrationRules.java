package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.service.Migrations;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.EnvContract;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.catalogue.EnvVariable;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who migrates the schema of a service: what is set, and the profile for the rest. */
record MigrationRules(Resolution resolution) {
  /** Group of the facts of a contract that tell a service whether to do it itself. */
  static final String FACT = "migrations";

  /**
   * True when a Job does. Of an image that is not bundled only its owner knows whether it can, so
   * the profile says nothing about it.
   */
  boolean isByJob(WantedService service, ServiceStores stores) {
    Optional<BundledService> component = service.component();
    if (component.isEmpty()) {
      return service.spec().migrations() == Migrations.Job;
    }
    Migrations usual = Migrations.valueOf(resolution.defaults().services().migrations());
    boolean hasSchema =
        component.get().migrates()
            && stores.of(StoreKind.DATABASE).filter(s -> s.engine().isSql()).isPresent();
    return hasSchema && or(service.spec().migrations(), usual) == Migrations.Job;
  }

  Optional<Migration> of(WantedService service, ServiceStores stores) {
    return isByJob(service, stores)
        ? Optional.of(new Migration(databases(stores), settings(service)))
        : Optional.empty();
  }

  private static List<String> databases(ServiceStores stores) {
    return Stream.concat(stores.byKind().values().stream(), stores.byUse().values().stream())
        .filter(
            store ->
                store.kind() == StoreKind.DATABASE && (store.inCluster() || store.isMadeInAws()))
        .map(Store::name)
        .sorted()
        .toList();
  }

  private SortedMap<String, String> settings(WantedService service) {
    SortedMap<String, String> settings = new TreeMap<>();
    service
        .component()
        .flatMap(component -> resolution.catalogue().contract(component.name()))
        .map(EnvContract::variables)
        .orElse(List.of())
        .stream()
        .filter(MigrationRules::isSwitch)
        .forEach(variable -> settings.put(variable.name(), "true"));
    return settings;
  }

  private static boolean isSwitch(EnvVariable variable) {
    return variable.source() instanceof EnvSource.Fact fact && fact.group().equals(FACT);
  }
}
