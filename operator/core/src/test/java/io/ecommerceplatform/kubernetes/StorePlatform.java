package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.Profile;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.catalogue.PodSize;
import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.model.Dumps;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.KafkaUser;
import io.ecommerceplatform.model.NodePool;
import io.ecommerceplatform.model.Observability;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreAccess;
import io.ecommerceplatform.model.StoreProvider;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform of one store for the tests of its compiler. */
final class StorePlatform {
  private static final Catalogue CATALOGUE = CatalogueLoader.load();

  private final Engine engine;
  private final Profile profile;
  private StoreProvider provider = StoreProvider.StatefulSet;
  private int replicas = 1;
  private List<String> clients = List.of();
  private List<KafkaTopic> topics = List.of();
  private List<KafkaUser> users = List.of();
  private NodePool pool = NodePool.ANY;
  private String name = "store";
  private String namespace = "shop";
  private String storageClass = "";
  private String databaseName = "";
  private String masterUsername;
  private Map<String, String> parameters = Map.of();
  private Optional<Dumps> dumps = Optional.empty();

  private StorePlatform(Engine engine, Profile profile) {
    this.engine = engine;
    this.profile = profile;
    this.masterUsername = CATALOGUE.engine(engine.name()).orElseThrow().username();
  }

  static StorePlatform economy(Engine engine) {
    return new StorePlatform(engine, Profile.Economy);
  }

  static StorePlatform production(Engine engine) {
    return new StorePlatform(engine, Profile.Production);
  }

  StorePlatform named(String value) {
    name = value;
    return this;
  }

  StorePlatform in(String value) {
    namespace = value;
    return this;
  }

  StorePlatform strimzi() {
    provider = StoreProvider.Strimzi;
    return this;
  }

  StorePlatform parameter(String parameter, String value) {
    parameters = Map.of(parameter, value);
    return this;
  }

  StorePlatform dumped(String schedule, int days) {
    dumps = Optional.of(new Dumps(schedule, days));
    return this;
  }

  StorePlatform members(int value) {
    replicas = value;
    return this;
  }

  StorePlatform clients(String... values) {
    clients = List.of(values);
    return this;
  }

  StorePlatform topics(KafkaTopic... values) {
    topics = List.of(values);
    return this;
  }

  StorePlatform users(KafkaUser... values) {
    users = List.of(values);
    return this;
  }

  StorePlatform pool(NodePool value) {
    pool = value;
    return this;
  }

  StorePlatform storageClass(String value) {
    storageClass = value;
    return this;
  }

  StorePlatform database(String database, String master) {
    databaseName = database;
    masterUsername = master;
    return this;
  }

  Platform platform() {
    return new Platform(
        new Owner("default", namespace, "shop"),
        "0d5c5d5e-6a0e-4b0e-9d56-0c0b3f6f2c11",
        profile,
        Mode.Apply,
        "1.0.0",
        List.of(),
        List.of(),
        List.of(store()),
        topics,
        users,
        List.of(),
        0,
        CATALOGUE.lifecycle(),
        Optional.empty(),
        Observability.none(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  Desired compile() {
    return compile("f1");
  }

  /** With every Secret in place and of the given content. */
  Desired compile(String fingerprint) {
    return compile((SecretFingerprints) secret -> Optional.of(fingerprint));
  }

  /** Before any Secret exists. */
  Desired compileFirst() {
    return compile((SecretFingerprints) secret -> Optional.empty());
  }

  /** The typed object of that kind and name. */
  static <T> T find(Desired desired, Class<T> type, String namePrefix) {
    List<Manifest> found = new ArrayList<>(desired.objects());
    found.removeIf(m -> !m.ref().kind().equals(type.getSimpleName()));
    found.removeIf(m -> !m.ref().name().startsWith(namePrefix));
    if (found.size() != 1) {
      throw new AssertionError(type.getSimpleName() + "/" + namePrefix + "*: " + found);
    }
    return Json.typed(found.get(0).json(), type);
  }

  private Desired compile(SecretFingerprints fingerprints) {
    CompileContext context =
        CompileContext.of(platform(), Intent.none(), fingerprints, Instant.EPOCH);
    DesiredBuilder desired = new DesiredBuilder();
    new StoreCompiler().compile(platform(), context, desired);
    return desired.build();
  }

  private Store store() {
    StoreEngine runtime = CATALOGUE.engine(engine.name()).orElseThrow();
    return new Store(
        name,
        "spec.stores[" + name + "]",
        runtime.kind(),
        engine,
        provider,
        Optional.of(runtime),
        isStrimzi() ? "" : runtime.version(),
        isStrimzi() ? "" : "registry.example.com/" + runtime.repository() + ":" + runtime.version(),
        isStrimzi() ? "" : "registry.example.com/" + runtime.exporter().repository(),
        runtime.port(),
        replicas,
        runtime.storage(),
        storageClass,
        resources(runtime.resources().get(profile.name())),
        pool,
        databaseName,
        masterUsername == null ? "" : masterUsername,
        clients,
        parameters,
        dumps,
        DeletionPolicy.Retain,
        Optional.empty(),
        Optional.empty(),
        StoreAccess.PLAIN,
        profile == Profile.Production);
  }

  private boolean isStrimzi() {
    return provider == StoreProvider.Strimzi;
  }

  private static ResourceRequirements resources(PodSize size) {
    return new ResourceRequirementsBuilder()
        .withRequests(
            Map.of("cpu", new Quantity(size.cpu()), "memory", new Quantity(size.memory())))
        .withLimits(Map.of("memory", new Quantity(size.memoryLimit())))
        .build();
  }

  /** The command by which a CronJob dumps PostgreSQL. */
  static List<String> dumpOfPostgres() {
    return find(
            economy(Engine.PostgreSQL).dumped("0 3 * * *", 7).compile(),
            CronJob.class,
            "store-backup")
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getCommand();
  }
}
