package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.ApplyChanges;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.store.CacheSpec;
import io.ecommerceplatform.api.v1alpha1.store.CacheSubnets;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The caches in AWS, listed and implied ones. */
record CacheRules(Resolution resolution) {
  private static final AwsNames NO_NAMES = new AwsNames(null, null, null, null);

  List<AwsCache> caches(List<Store> stores) {
    return stores.stream()
        .filter(store -> store.isMadeInAws() && store.kind() == StoreKind.CACHE)
        .map(store -> cache(store, spec(store.name())))
        .toList();
  }

  /** How clients speak to one in AWS. */
  StoreAccess access(String cache) {
    CacheSpec spec = spec(cache);
    return new StoreAccess(isEncrypted(spec), or(spec.clusterMode(), false), false);
  }

  /** What only ElastiCache has; a cache in the cluster is the same without. */
  void checkInCluster(CacheSpec spec) {
    List<String> asked = new ArrayList<>();
    add(asked, "clusterMode", or(spec.clusterMode(), false));
    add(asked, "shards", or(spec.shards(), 1) > 1);
    add(asked, "multiAz", or(spec.multiAz(), false));
    add(asked, "transitEncryption", or(spec.transitEncryption(), false));
    add(asked, "atRestEncryption", or(spec.atRestEncryption(), false));
    add(asked, "snapshotRetentionDays", or(spec.snapshotRetentionDays(), 0) > 0);
    add(asked, "restoreFrom", spec.restoreFrom() != null);
    if (!asked.isEmpty()) {
      resolution.report(
          ConditionType.DataReady,
          Reason.NotManagedYet,
          "spec.caches[%s]".formatted(spec.name()),
          "not managed yet inside the cluster: %s; take it out, or set placement: Managed"
              .formatted(String.join(", ", asked)));
    }
  }

  private static void add(List<String> asked, String field, boolean isAsked) {
    if (isAsked) {
      asked.add(field);
    }
  }

  /** What is said of a cache; of an implied one nothing but its name. */
  private CacheSpec spec(String cache) {
    return list(resolution.spec().caches()).stream()
        .filter(spec -> spec.name().equals(cache))
        .findFirst()
        .orElseGet(() -> Json.typed(Json.tree(Map.of("name", cache)), CacheSpec.class));
  }

  /** Without TLS AWS lets everybody in who reaches it. */
  private boolean isEncrypted(CacheSpec spec) {
    return or(spec.transitEncryption(), resolution.defaults().cache().encrypted());
  }

  private AwsCache cache(Store store, CacheSpec spec) {
    ProfileDefaults.Cache defaults = resolution.defaults().cache();
    AwsNames names = or(spec.awsNames(), NO_NAMES);
    String version = or(spec.version(), "");
    boolean clusterMode = or(spec.clusterMode(), false);
    Map<String, String> parameters = parameters(store, spec, version, clusterMode);
    int replicas = replicas(spec);
    boolean failover = or(spec.automaticFailover(), replicas > 0 || clusterMode);
    boolean encrypted = isEncrypted(spec);
    return new AwsCache(
        store.name(),
        store.path(),
        identifier(spec.awsName()),
        identifier(names.subnetGroup()),
        or(names.securityGroup(), ""),
        identifier(names.parameterGroup()),
        or(names.credentials(), ""),
        usedGroup(spec, version, clusterMode, parameters),
        version,
        parameters.isEmpty() ? "" : family(version),
        parameters,
        or(spec.nodeType(), defaults.nodeType()),
        clusterMode,
        or(spec.shards(), defaults.shards()),
        replicas,
        or(spec.multiAz(), defaults.multiAz() && replicas > 0 && failover),
        failover,
        encrypted,
        or(spec.atRestEncryption(), defaults.encrypted()),
        store.port(),
        encrypted ? Optional.of(store.adminSecret()) : Optional.empty(),
        spec.subnets() == CacheSubnets.Database,
        or(spec.snapshotRetentionDays(), defaults.snapshotRetentionDays()),
        or(spec.snapshotWindow(), ""),
        or(spec.maintenanceWindow(), ""),
        spec.applyChanges() != ApplyChanges.MaintenanceWindow,
        Optional.of(resolution.managedPolicy(spec.deletionPolicy())),
        or(spec.finalSnapshotName(), ""),
        AwsRestore.of(spec.restoreFrom()));
  }

  /** Nobody can take over from a primary that is alone. */
  private int replicas(CacheSpec spec) {
    boolean needed = or(spec.multiAz(), false) || or(spec.automaticFailover(), false);
    int usual = resolution.defaults().cache().replicas();
    return or(spec.replicas(), needed ? Math.max(1, usual) : usual);
  }

  /** A parameter belongs to one major version, and which one AWS would choose nobody knows here. */
  private Map<String, String> parameters(
      Store store, CacheSpec spec, String version, boolean clusterMode) {
    Map<String, String> set = or(spec.parameters(), Map.of());
    if (set.isEmpty()) {
      return set;
    }
    if (version.isEmpty()) {
      resolution.report(
          ConditionType.DataReady,
          Reason.ParameterRefused,
          store.path() + ".parameters",
          "parameters of ElastiCache belong to one major version: set version too. The cache runs without them");
      return Map.of();
    }
    Map<String, String> parameters = new TreeMap<>(set);
    if (clusterMode) {
      parameters.put("cluster-enabled", "yes"); // a group has to say itself that it is for shards
    }
    return parameters;
  }

  /**
   * The group of the version is named, so that a cache lets go of its own group when the parameters
   * leave the resource.
   */
  private static String usedGroup(
      CacheSpec spec, String version, boolean clusterMode, Map<String, String> parameters) {
    boolean known = parameters.isEmpty() && !version.isEmpty();
    String usual = known ? "default." + family(version) + (clusterMode ? ".cluster.on" : "") : "";
    return or(spec.parameterGroup(), usual);
  }

  /** ElastiCache keeps identifiers in small letters. */
  private static String identifier(String set) {
    return or(set, "").toLowerCase(Locale.ROOT);
  }

  /** Families are {@code redis7}, {@code redis6.x} and, before that, with the minor version. */
  private static String family(String version) {
    String[] numbers = version.split("[.]");
    return switch (numbers[0]) {
      case "2", "3", "4", "5" ->
          "redis" + numbers[0] + "." + (numbers.length > 1 ? numbers[1] : "0");
      case "6" -> "redis6.x";
      default -> "redis" + numbers[0];
    };
  }
}
