package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.NetworkSpec;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.SearchSpec;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The search in AWS, a listed or an implied one. */
record SearchRules(Resolution resolution) {
  private static final String PATH = "spec.search";
  private static final AwsNames NO_NAMES = new AwsNames(null, null, null, null);

  /** Who may do everything in a domain. */
  static final String MASTER_USER = "admin";

  /** The service gives no node less. */
  private static final int SMALLEST = 10;

  /** It spreads nodes over so many zones at most. */
  private static final int MOST_ZONES = 3;

  private static final Pattern VERSION = Pattern.compile("[0-9]+[.][0-9]+");

  Optional<AwsSearch> search(List<Store> stores) {
    return stores.stream()
        .filter(store -> store.isMadeInAws() && store.kind() == StoreKind.SEARCH)
        .findFirst()
        .map(this::search);
  }

  /** What only AWS has; a search in the cluster is the same without. */
  void checkInCluster(SearchSpec spec) {
    if (or(spec.multiAz(), false)) {
      resolution.report(
          ConditionType.DataReady,
          Reason.NotManagedYet,
          PATH + ".multiAz",
          "not managed yet inside the cluster; take it out, or set placement: Managed");
    }
  }

  /** Of one that the profile implies nothing is said. */
  private SearchSpec spec() {
    return or(resolution.spec().search(), Json.typed(Json.tree(Map.of()), SearchSpec.class));
  }

  private AwsSearch search(Store store) {
    SearchSpec spec = spec();
    ProfileDefaults.Search defaults = resolution.defaults().search();
    String instanceType = or(spec.instanceType(), defaults.instanceType());
    int nodes = store.replicas();
    return new AwsSearch(
        store.name(),
        store.path(),
        or(spec.awsName(), ""),
        or(or(spec.awsNames(), NO_NAMES).securityGroup(), ""),
        or(or(spec.awsNames(), NO_NAMES).credentials(), ""),
        version(spec),
        instanceType,
        nodes,
        zones(spec, nodes),
        // masters are no smaller than this: who has nodes with bursts does not want to pay for them
        instanceType.startsWith("t") ? 0 : defaults.masters(),
        defaults.masterType(),
        size(store, spec),
        store.port(),
        store.masterUsername(),
        store.adminSecret(),
        policy(spec));
  }

  private Optional<DeletionPolicy> policy(SearchSpec spec) {
    if (spec.deletionPolicy() == DeletionPolicy.Snapshot) {
      resolution.report(
          ConditionType.DataReady,
          Reason.ParameterRefused,
          PATH + ".deletionPolicy",
          "the snapshots that OpenSearch Service takes go with the domain: set Retain or Delete. Until then it is retained");
    }
    return RegistryRules.withoutSnapshot(resolution, spec.deletionPolicy());
  }

  private String version(SearchSpec spec) {
    String version = or(spec.version(), "");
    if (version.isEmpty() || VERSION.matcher(version).matches()) {
      return version;
    }
    resolution.report(
        ConditionType.DataReady,
        Reason.ParameterRefused,
        PATH + ".version",
        "OpenSearch Service names versions by two numbers: set for example \"2.17\". Until then the domain has the version that AWS chooses");
    return "";
  }

  /** One subnet for each zone, so that subnets which are named bound them. */
  private int zones(SearchSpec spec, int nodes) {
    boolean several = or(spec.multiAz(), resolution.defaults().search().multiAz() && nodes > 1);
    if (!several) {
      return 1;
    }
    int subnets = namedSubnets().size();
    int most = subnets == 0 ? MOST_ZONES : Math.min(MOST_ZONES, subnets);
    if (most == 1 && spec.multiAz() != null) {
      resolution.report(
          ConditionType.DataReady,
          Reason.ParameterRefused,
          PATH + ".multiAz",
          "one subnet is one zone: name subnets of two or three zones in spec.aws.regions[].network.databaseSubnetIds. Until then the domain stands in one");
    }
    return Math.min(most, nodes);
  }

  private List<String> namedSubnets() {
    NetworkSpec network = resolution.spec().aws().regions().getFirst().network();
    if (network == null) {
      return List.of();
    }
    List<String> databases = list(network.databaseSubnetIds());
    return databases.isEmpty() ? list(network.privateSubnetIds()) : databases;
  }

  private int size(Store store, SearchSpec spec) {
    int size = (int) Math.ceil(CostRules.gigabytes(store.storage()));
    if (size < SMALLEST && spec.storage() != null) {
      resolution.report(
          ConditionType.DataReady,
          Reason.ParameterRefused,
          PATH + ".storage",
          "OpenSearch Service has %1$dGi at least: set that or more. The domain is made with %1$dGi"
              .formatted(SMALLEST));
    }
    return Math.max(SMALLEST, size);
  }
}
