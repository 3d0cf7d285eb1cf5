package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Dumps;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
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
    StoreSecrets secrets = new StoreSecrets(component, context.rotations());
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
    setUp(formation, secrets, context, desired);
  }

  /** The credentials, and the Job that tells them to the store. */
  static void setUp(
      StoreFormation formation,
      StoreSecrets secrets,
      CompileContext context,
      DesiredBuilder desired) {
    Optional<StoreSetup> setup = formation.setup();
    if (setup.isEmpty()) {
      secrets.generated(false).forEach(desired::add);
      return;
    }
    Fingerprints passwords = Fingerprints.of(secrets.ofSetup(), context);
    StoreSetup told = setup.get().forClients(secrets.logins());
    Job job = new StoreSetupJob(formation.component(), told).build(passwords);
    String name = job.getMetadata().getName();
    boolean known =
        passwords.missing().isEmpty() && context.rotations().completeJobs().contains(name);
    secrets.generated(known).forEach(desired::add);
    add(desired, job, passwords.missing());
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
