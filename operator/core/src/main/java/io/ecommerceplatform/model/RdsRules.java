package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.NetworkSpec;
import io.ecommerceplatform.api.v1alpha1.common.ApplyChanges;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.api.v1alpha1.store.ReadReplica;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The databases that RDS runs, and the network that they stand in. */
record RdsRules(Resolution resolution) {
  private static final AwsNames NO_NAMES = new AwsNames(null, null, null, null);

  /** RDS makes none with less. */
  private static final int SMALLEST = 20;

  private static final String STORAGE_TYPE = "gp3";

  /** Empty while no store needs one. */
  Optional<AwsNetwork> network(List<Store> stores) {
    boolean hasFiles = !list(resolution.spec().sharedFiles()).isEmpty();
    if (!hasFiles && stores.stream().noneMatch(Store::isMadeInAws)) {
      return Optional.empty();
    }
    NetworkSpec spec = resolution.spec().aws().regions().getFirst().network();
    return Optional.of(
        spec == null
            ? new AwsNetwork("", List.of(), List.of())
            : new AwsNetwork(
                or(spec.vpcId(), ""),
                list(spec.privateSubnetIds()),
                list(spec.databaseSubnetIds())));
  }

  List<AwsCluster> clusters(List<Store> stores) {
    return stores.stream()
        .filter(store -> store.isMadeInAws() && store.engine().isAurora())
        .map(store -> cluster(store, spec(store)))
        .toList();
  }

  List<AwsInstance> instances(List<Store> stores) {
    return stores.stream()
        .filter(
            store -> store.isMadeInAws() && store.engine().isSql() && !store.engine().isAurora())
        .map(store -> instance(store, spec(store)))
        .toList();
  }

  /** Of one that the profile implies nothing is set but its name. */
  DatabaseSpec spec(Store store) {
    return list(resolution.spec().databases()).stream()
        .filter(spec -> spec.name().equals(store.name()))
        .findFirst()
        .orElseGet(() -> Json.typed(Json.tree(Map.of("name", store.name())), DatabaseSpec.class));
  }

  /** One of several servers on the same data. */
  AwsCluster cluster(Store store, DatabaseSpec spec) {
    if (!list(spec.replicas()).isEmpty()) {
      resolution.report(
          ConditionType.AwsReady,
          Reason.NotManagedYet,
          store.path() + ".replicas",
          "not managed yet: the readers of %s are its instances; set instances"
              .formatted(store.engine()));
    }
    boolean multiAz = or(spec.multiAz(), resolution.defaults().database().multiAz());
    return new AwsCluster(database(store, spec, 1), or(spec.instances(), multiAz ? 2 : 1));
  }

  private AwsInstance instance(Store store, DatabaseSpec spec) {
    int size = size(store, spec);
    Optional<Integer> most =
        Optional.ofNullable(spec.maxAllocatedStorage())
            .map(quantity -> (int) CostRules.gigabytes(quantity.toString()))
            .filter(max -> max > size);
    List<ReadReplica> replicas = list(spec.replicas());
    AwsDatabase database = database(store, spec, replicas.isEmpty() ? 0 : 1);
    return new AwsInstance(
        database,
        size,
        most,
        or(spec.storageType(), STORAGE_TYPE),
        or(spec.multiAz(), resolution.defaults().database().multiAz()),
        replicas.stream().map(replica -> replica(database, replica)).toList());
  }

  private static AwsInstance.Replica replica(AwsDatabase database, ReadReplica replica) {
    return new AwsInstance.Replica(
        replica.name(),
        "%s.replicas[%s]".formatted(database.path(), replica.name()),
        identifier(replica.awsName()),
        or(replica.instanceClass(), database.instanceClass()));
  }

  private int size(Store store, DatabaseSpec spec) {
    int size = (int) Math.ceil(CostRules.gigabytes(store.storage()));
    if (size < SMALLEST && spec.allocatedStorage() != null) {
      resolution.report(
          ConditionType.DataReady,
          Reason.ParameterRefused,
          store.path() + ".allocatedStorage",
          "RDS has %dGi at least: set that or more. The database is made with %dGi"
              .formatted(SMALLEST, SMALLEST));
    }
    return Math.max(SMALLEST, size);
  }

  private AwsDatabase database(Store store, DatabaseSpec spec, int fewestBackupDays) {
    ProfileDefaults.Database defaults = resolution.defaults().database();
    AwsNames names = or(spec.awsNames(), NO_NAMES);
    boolean isDocuments = store.engine() == Engine.MongoDB;
    String version = isDocuments ? DocumentRules.version(spec) : or(spec.version(), "");
    Map<String, String> parameters =
        isDocuments ? DocumentRules.parameters(spec) : parameters(store, spec, version);
    return new AwsDatabase(
        store.name(),
        store.path(),
        identifier(spec.awsName()),
        identifier(names.subnetGroup()),
        or(names.securityGroup(), ""),
        identifier(names.parameterGroup()),
        or(names.credentials(), ""),
        engine(store),
        version,
        parameters.isEmpty() ? "" : family(store, version),
        parameters,
        or(spec.instanceClass(), defaults.instanceClass()),
        or(spec.databaseName(), ""),
        store.masterUsername(),
        store.adminSecret(),
        store.port(),
        or(spec.storageEncrypted(), defaults.encrypted()),
        Math.max(fewestBackupDays, or(spec.backupRetentionDays(), defaults.backupRetentionDays())),
        or(spec.backupWindow(), ""),
        or(spec.maintenanceWindow(), ""),
        spec.applyChanges() != ApplyChanges.MaintenanceWindow,
        or(spec.performanceInsights(), defaults.performanceInsights()),
        list(spec.logExports()),
        or(spec.deletionProtection(), defaults.deletionProtection()),
        Optional.of(resolution.managedPolicy(spec.deletionPolicy())),
        or(spec.finalSnapshotName(), ""),
        AwsRestore.of(spec.restoreFrom()));
  }

  /** A parameter belongs to one major version, and which one AWS would choose nobody knows here. */
  private Map<String, String> parameters(Store store, DatabaseSpec spec, String version) {
    Map<String, String> parameters = or(spec.parameters(), Map.of());
    if (parameters.isEmpty() || !version.isEmpty()) {
      return parameters;
    }
    resolution.report(
        ConditionType.DataReady,
        Reason.ParameterRefused,
        store.path() + ".parameters",
        "parameters in RDS belong to one major version: set version too. The server runs without them");
    return Map.of();
  }

  /** RDS keeps identifiers in small letters. */
  private static String identifier(String set) {
    return or(set, "").toLowerCase(Locale.ROOT);
  }

  private static String engine(Store store) {
    return switch (store.engine()) {
      case PostgreSQL -> "postgres";
      case MySQL -> "mysql";
      case AuroraPostgreSQL -> "aurora-postgresql";
      case AuroraMySQL -> "aurora-mysql";
      case MongoDB -> AwsCluster.DOCUMENT_ENGINE;
      case Redis, OpenSearch, Kafka ->
          throw new IllegalArgumentException(store.engine() + " is no engine of RDS");
    };
  }

  private static String family(Store store, String version) {
    String[] numbers = version.split("[.]");
    String minor = numbers.length > 1 ? "." + numbers[1] : ".0";
    boolean hasMinor = store.engine().protocol() != Engine.PostgreSQL;
    return engine(store) + numbers[0] + (hasMinor ? minor : "");
  }
}
