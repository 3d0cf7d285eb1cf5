package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.NetworkSpec;
import io.ecommerceplatform.api.v1alpha1.common.ApplyChanges;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The Aurora clusters that are listed, and the network that they stand in. */
record AuroraRules(Resolution resolution) {
  private static final AwsNames NO_NAMES = new AwsNames(null, null, null, null);

  /** Empty while no store needs one. */
  Optional<AwsNetwork> network(List<Store> stores) {
    if (stores.stream().noneMatch(Store::isMadeInAws)) {
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
        .map(
            store ->
                list(resolution.spec().databases()).stream()
                    .filter(spec -> spec.name().equals(store.name()))
                    .findFirst()
                    .map(spec -> cluster(store, spec))
                    .orElseThrow())
        .toList();
  }

  private AwsCluster cluster(Store store, DatabaseSpec spec) {
    ProfileDefaults.Database defaults = resolution.defaults().database();
    AwsNames names = or(spec.awsNames(), NO_NAMES);
    String version = or(spec.version(), "");
    Map<String, String> parameters = parameters(store, spec, version);
    return new AwsCluster(
        store.name(),
        store.path(),
        identifier(spec.awsName()),
        identifier(names.subnetGroup()),
        or(names.securityGroup(), ""),
        identifier(names.parameterGroup()),
        engine(store),
        version,
        parameters.isEmpty() ? "" : family(store, version),
        parameters,
        or(spec.instanceClass(), defaults.instanceClass()),
        or(spec.instances(), or(spec.multiAz(), defaults.multiAz()) ? 2 : 1),
        or(spec.databaseName(), ""),
        store.masterUsername(),
        store.adminSecret(),
        store.port(),
        or(spec.storageEncrypted(), defaults.encrypted()),
        Math.max(1, or(spec.backupRetentionDays(), defaults.backupRetentionDays())),
        or(spec.backupWindow(), ""),
        or(spec.maintenanceWindow(), ""),
        spec.applyChanges() != ApplyChanges.MaintenanceWindow,
        or(spec.performanceInsights(), defaults.performanceInsights()),
        list(spec.logExports()),
        or(spec.deletionProtection(), defaults.deletionProtection()),
        Optional.of(resolution.managedPolicy(spec.deletionPolicy())),
        or(spec.finalSnapshotName(), ""));
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
        "parameters of Aurora belong to one major version: set version too. The server runs without them");
    return Map.of();
  }

  /** RDS keeps identifiers in small letters. */
  private static String identifier(String set) {
    return or(set, "").toLowerCase(Locale.ROOT);
  }

  private static String engine(Store store) {
    return store.engine() == Engine.AuroraMySQL ? "aurora-mysql" : "aurora-postgresql";
  }

  private static String family(Store store, String version) {
    String[] numbers = version.split("[.]");
    String minor = numbers.length > 1 ? "." + numbers[1] : ".0";
    return engine(store) + numbers[0] + (store.engine() == Engine.AuroraMySQL ? minor : "");
  }
}
