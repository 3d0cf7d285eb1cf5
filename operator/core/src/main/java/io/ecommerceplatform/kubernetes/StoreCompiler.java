package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Dumps;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Compiles the stores that run inside the cluster; credentials always exist before the pods. */
final class StoreCompiler implements ComponentCompiler {

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (Store store : platform.inClusterStores()) {
      StoreComponent component = new StoreComponent(platform, store);
      if (store.isStrimzi()) {
        StrimziStore.compile(component, desired);
      } else {
        compile(StoreFormation.of(component), context, desired);
      }
    }
  }

  private static void compile(
      StoreFormation formation, CompileContext context, DesiredBuilder desired) {
    StoreComponent component = formation.component();
    StoreSecrets secrets = new StoreSecrets(component);
    secrets.generated().forEach(desired::add);
    StoreServices services = new StoreServices(formation);
    desired.add(services.client());
    desired.add(services.headless());
    desired.add(new StorePolicy(formation).policy());
    if (formation.members() > 1) {
      desired.add(budget(component));
    }
    Fingerprints credentials = Fingerprints.of(secrets.ofMembers(), context);
    add(desired, new StoreStatefulSet(formation).build(credentials), credentials.missing());
    backup(formation, credentials, desired);
    Optional<StoreSetup> setup = formation.setup();
    if (setup.isPresent()) {
      Fingerprints passwords = Fingerprints.of(secrets.ofSetup(), context);
      add(desired, new StoreSetupJob(component, setup.get()).build(passwords), passwords.missing());
    }
  }

  private static void backup(
      StoreFormation formation, Fingerprints credentials, DesiredBuilder desired) {
    StoreComponent component = formation.component();
    Optional<Dumps> dumps = component.store().dumps();
    Optional<StoreSetup> dump = formation.dump();
    if (dumps.isPresent() && dump.isPresent()) {
      StoreBackup backup = new StoreBackup(component, dumps.get(), dump.get());
      desired.add(backup.volume());
      add(desired, backup.cronJob(), credentials.missing());
    }
  }

  static void add(DesiredBuilder desired, HasMetadata object, Collection<String> missing) {
    if (missing.isEmpty()) {
      desired.add(object);
    } else {
      List<String> names = missing.stream().sorted().toList();
      desired.hold(object, "waits for Secret " + String.join(", ", names));
    }
  }

  private static HasMetadata budget(StoreComponent component) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(component.metadata().owned(component.store().name()))
        .withNewSpec()
        .withNewMaxUnavailable(1)
        .withNewSelector()
        .withMatchLabels(component.metadata().selector())
        .endSelector()
        .endSpec()
        .build();
  }
}
