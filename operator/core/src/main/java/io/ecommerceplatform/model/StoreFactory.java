package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.PodSize;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Completes what is set about a store with the engine's row of the catalogue and the profile. */
final class StoreFactory {
  private final Resolution resolution;
  private final ImageNames images;

  StoreFactory(Resolution resolution, ImageNames images) {
    this.resolution = resolution;
    this.images = images;
  }

  Store make(StoreRequest request) {
    Optional<StoreEngine> row = resolution.catalogue().engine(request.engine.name());
    refuseUnknown(request, row);
    Optional<StoreEngine> setup = setup(request);
    Optional<StoreEngine> runtime =
        row.filter(r -> request.provider != StoreProvider.Managed).or(() -> setup);
    // of Strimzi's versions and images only Strimzi knows which ones go together
    Optional<StoreEngine> ours = runtime.filter(r -> request.provider == StoreProvider.StatefulSet);
    String version = ours.map(r -> version(r, request.version)).orElse(or(request.version, ""));
    return new Store(
        request.name,
        request.path,
        request.kind,
        request.engine,
        request.provider,
        runtime,
        version,
        ours.or(() -> runtime.filter(r -> request.image != null))
            .map(r -> images.store(r, version, request.image))
            .or(() -> setup.map(r -> images.store(r, r.version(), null)))
            .orElse(""),
        ours.map(images::exporter).orElse(""),
        or(request.port, isSearchInAws(request) ? AwsSearch.PORT : request.engine.port()),
        or(request.members, members(request)),
        CanonicalQuantity.of(or(request.storage, storage(request.kind))),
        or(request.storageClass, ""),
        runtime.map(r -> PodResources.of(request.resources, size(r))).orElse(null),
        PodResources.pool(request.placement),
        or(request.databaseName, ""),
        or(request.masterUsername, username(request, row)),
        List.of(),
        ours.map(r -> new ParameterRules(resolution).of(request, r)).orElse(Map.of()),
        new BackupRules(resolution).of(request),
        or(request.deletionPolicy, policyOfVolumes()),
        output(request, request.name, "endpoint"),
        readerEndpoint(request),
        access(request),
        resolution.isProduction());
  }

  private DeletionPolicy policyOfVolumes() {
    return DeletionPolicy.valueOf(resolution.defaults().deletion().volumes());
  }

  /** What sets up a database in AWS; empty for every other store. */
  private Optional<StoreEngine> setup(StoreRequest request) {
    return request.provider == StoreProvider.Managed && request.kind == StoreKind.DATABASE
        ? resolution.catalogue().engine(request.engine.protocol().name())
        : Optional.empty();
  }

  private Optional<String> output(StoreRequest request, String item, String output) {
    return request.provider == StoreProvider.Managed
        ? resolution.outputs().of(AwsStore.typeOf(request.kind, request.engine), item, output)
        : Optional.empty();
  }

  private StoreAccess access(StoreRequest request) {
    if (isCacheInAws(request)) {
      return new CacheRules(resolution).access(request.name);
    }
    return request.provider == StoreProvider.Managed && request.engine == Engine.MongoDB
        ? DocumentRules.access(resolution, request)
        : new StoreAccess(isSearchInAws(request), false, false);
  }

  private static boolean isSearchInAws(StoreRequest request) {
    return request.provider == StoreProvider.Managed && request.kind == StoreKind.SEARCH;
  }

  private static boolean isCacheInAws(StoreRequest request) {
    return request.provider == StoreProvider.Managed && request.kind == StoreKind.CACHE;
  }

  /** Clusters have one address of all their readers; of replicas the first in the list counts. */
  private Optional<String> readerEndpoint(StoreRequest request) {
    return request.engine.isAurora() || isCacheInAws(request)
        ? output(request, request.name, "readerEndpoint")
        : request.replicas.stream()
            .findFirst()
            .flatMap(r -> output(request, AwsInstance.replica(request.name, r), "endpoint"));
  }

  /** RDS keeps {@code admin} or {@code root} for itself, and of DocumentDB both. */
  private static String username(StoreRequest request, Optional<StoreEngine> row) {
    String usual = row.map(StoreEngine::username).orElse("");
    if (request.provider != StoreProvider.Managed) {
      return usual;
    }
    return switch (request.engine) {
      case PostgreSQL, AuroraPostgreSQL -> "postgres";
      case MySQL, AuroraMySQL -> "admin";
      case MongoDB -> DocumentRules.MASTER;
      case OpenSearch -> SearchRules.MASTER_USER;
      case Redis, Kafka -> usual;
    };
  }

  private void refuseUnknown(StoreRequest request, Optional<StoreEngine> row) {
    if (request.provider == StoreProvider.Managed || row.isPresent()) {
      return;
    }
    String known =
        resolution.catalogue().engines().stream()
            .filter(e -> e.kind() == request.kind)
            .map(StoreEngine::engine)
            .collect(Collectors.joining(", "));
    resolution.report(
        ConditionType.DataReady,
        Reason.EngineNotSupported,
        request.path + ".engine",
        "%s does not run in the cluster; set engine to one of %s, or placement: Managed"
            .formatted(request.engine, known));
  }

  /** A set version is a prefix: of the catalogue's own if it fits, else a tag of the image. */
  private static String version(StoreEngine row, String set) {
    return set == null || row.version().startsWith(set + ".") ? row.version() : set;
  }

  private PodSize size(StoreEngine row) {
    return row.resources().get(resolution.profile());
  }

  private int members(StoreRequest request) {
    ProfileDefaults defaults = resolution.defaults();
    return switch (request.kind) {
      case SEARCH -> defaults.search().nodes();
      case EVENTS -> defaults.kafka().brokers();
      case DATABASE ->
          request.engine == Engine.MongoDB && request.provider == StoreProvider.StatefulSet
              ? defaults.database().replicaSetMembers()
              : 1;
      case CACHE, TABLE -> 1;
    };
  }

  private String storage(StoreKind kind) {
    ProfileDefaults defaults = resolution.defaults();
    return switch (kind) {
      case SEARCH -> defaults.search().storage();
      case EVENTS -> defaults.kafka().storage();
      case CACHE -> defaults.cache().storage();
      case DATABASE, TABLE -> defaults.database().storage();
    };
  }
}
