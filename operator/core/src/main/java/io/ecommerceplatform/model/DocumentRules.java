package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.AwsSpec;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What DocumentDB has of its own among the databases that RDS runs. */
record DocumentRules(Resolution resolution, RdsRules rds) {
  /** Its administrator, as {@code admin} and {@code root} are names that it keeps. */
  static final String MASTER = "docdbadmin";

  private static final String VERSION = "5.0";
  private static final String TLS = "tls";

  /** A server writes a log only when a parameter says so, beside its being sent anywhere. */
  private static final Map<String, String> LOGS =
      Map.of("audit", "audit_logs", "profiler", "profiler");

  private static final int FIRST_PORT = 1150;

  List<AwsCluster> clusters(List<Store> stores) {
    return stores.stream()
        .filter(store -> store.isMadeInAws() && store.engine() == Engine.MongoDB)
        .map(this::cluster)
        .toList();
  }

  private AwsCluster cluster(Store store) {
    DatabaseSpec spec = rds.spec(store);
    if (store.port() < FIRST_PORT) {
      refuse(
          store.path() + ".port",
          "DocumentDB listens on no port below %d; set another one".formatted(FIRST_PORT));
    }
    if (spec.databaseName() != null) {
      refuse(
          store.path() + ".databaseName",
          "DocumentDB makes a database when something is written into it; take it out");
    }
    if (store.access().tls() && !store.access().privateAuthority()) {
      refuse(
          store.path(),
          ("this release does not know what DocumentDB proves itself with in %s;"
                  + " set parameters: {tls: disabled}, or use another region")
              .formatted(region(resolution)));
    }
    return rds.cluster(store, spec);
  }

  private void refuse(String path, String message) {
    resolution.report(ConditionType.DataReady, Reason.ParameterRefused, path, message);
  }

  /** As AWS writes it: three numbers. */
  static String version(DatabaseSpec spec) {
    String set = or(spec.version(), VERSION);
    return switch (set.split("[.]").length) {
      case 1 -> set + ".0.0";
      case 2 -> set + ".0";
      default -> set;
    };
  }

  static Map<String, String> parameters(DatabaseSpec spec) {
    Map<String, String> parameters = new TreeMap<>();
    list(spec.logExports()).stream()
        .filter(LOGS::containsKey)
        .forEach(log -> parameters.put(LOGS.get(log), "enabled"));
    parameters.putAll(or(spec.parameters(), Map.of()));
    return parameters;
  }

  /** It speaks TLS alone unless it is told otherwise. */
  static StoreAccess access(Resolution resolution, StoreRequest request) {
    boolean tls = !request.parameters.getOrDefault(TLS, "enabled").equals("disabled");
    boolean known = RdsCertificates.of(region(resolution)).isPresent();
    return new StoreAccess(tls, false, tls && known);
  }

  private static String region(Resolution resolution) {
    AwsSpec aws = resolution.spec().aws();
    return aws == null ? "" : aws.regions().getFirst().name();
  }
}
