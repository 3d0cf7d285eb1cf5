package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.Profile;
import io.ecommerceplatform.model.LogArchive;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** OpenSearch nodes that are cluster managers and hold data alike. */
record OpenSearchStore(StoreComponent component) implements StoreFormation {
  private static final int FOUNDERS = 3;

  @Override
  public List<EnvVar> env() {
    List<EnvVar> env = new ArrayList<>();
    env.add(EnvVars.field("POD_NAME", "metadata.name"));
    env.add(EnvVars.value("node.name", "$(POD_NAME)"));
    env.add(EnvVars.value("cluster.name", cluster()));
    if (members() == 1) {
      env.add(EnvVars.value("discovery.type", "single-node"));
    } else {
      env.add(EnvVars.value("discovery.seed_hosts", component.headlessHost()));
      env.add(EnvVars.value("cluster.initial_cluster_manager_nodes", founders()));
    }
    if (component.platform().profile() == Profile.Economy) {
      // a node with the kernel's default limit of memory maps must do, as nobody may be privileged
      env.add(EnvVars.value("node.store.allow_mmap", "false"));
    }
    env.add(EnvVars.value("OPENSEARCH_JAVA_OPTS", heap()));
    env.add(EnvVars.value("DISABLE_PERFORMANCE_ANALYZER_AGENT_CLI", "true"));
    return env;
  }

  /** Where logs are kept, how they look, and when they go. */
  @Override
  public Optional<StoreSetup> setup() {
    Store store = component.store();
    return component.platform().observability().logsIn(store.name()).map(this::setup);
  }

  private StoreSetup setup(LogArchive logs) {
    Store store = component.store();
    return new StoreSetup(
        StoreSetup.command("opensearch-setup.sh", "sh", "-ec"),
        List.of(
            EnvVars.value("URL", "http://" + store.name() + ":" + store.port()),
            EnvVars.value("LOGS", logs(component.platform())),
            EnvVars.value("RETENTION_DAYS", String.valueOf(logs.retentionDays())),
            EnvVars.value("REPLICAS", String.valueOf(Math.min(1, members() - 1)))));
  }

  /** Alias that logs are written to. */
  static String logs(Platform platform) {
    return "logs-" + platform.name();
  }

  /** Half of the memory, as OpenSearch advises: the other half caches files outside of the heap. */
  private String heap() {
    long megabytes = component.memoryBytes() / 2 / (1 << 20);
    return "-Xms%1$dm -Xmx%1$dm".formatted(megabytes);
  }

  private String cluster() {
    return component.platform().name() + "-" + component.store().name();
  }

  /** Only the first three vote at the beginning, so that growing later changes no old member. */
  private String founders() {
    return String.join(
        ",",
        IntStream.range(0, Math.min(FOUNDERS, members())).mapToObj(component::member).toList());
  }
}
