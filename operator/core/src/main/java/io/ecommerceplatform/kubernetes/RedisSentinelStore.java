package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine.StoreProbe;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Redis primary and its replicas, with a Sentinel beside each. Clients ask the Sentinels where
 * the primary is, so that no name of ours can point at a replica.
 */
record RedisSentinelStore(StoreComponent component) implements StoreFormation {
  private static final String SENTINEL = "sentinel";
  private static final List<String> WRITABLE = List.of("/tmp");

  static boolean isAsked(Store store) {
    return store.replicas() > 1;
  }

  @Override
  public List<EnvVar> env() {
    List<EnvVar> env = new ArrayList<>(shared("server"));
    long bytes = component.memoryBytes() / 4 * 3;
    env.add(EnvVars.value("MAXMEMORY", String.valueOf(bytes)));
    return env;
  }

  @Override
  public List<String> command() {
    return StoreSetup.command("redis-sentinel-start.sh", "sh", "-ec");
  }

  @Override
  public List<String> args() {
    ServerFlags parameters = new ServerFlags(component.store().parameters());
    return ServerFlags.behindScript("redis-server", parameters.separate());
  }

  /** A replica counts when it has what the primary has, so that an update waits for that. */
  @Override
  public StoreProbe readiness() {
    String ask = "REDISCLI_AUTH=\"$PASSWORD\" redis-cli info replication";
    String isUsable = "grep -Eq '^(role:master|master_link_status:up)'";
    return new StoreProbe(List.of("sh", "-c", ask + " | " + isUsable), null);
  }

  @Override
  public Map<String, Integer> clientPorts() {
    return Map.of(SENTINEL, sentinelPort());
  }

  @Override
  public List<Container> sidecars() {
    String ping = "REDISCLI_AUTH=\"$PASSWORD\" redis-cli -p %d ping | grep -q PONG";
    List<String> ready = List.of("sh", "-c", ping.formatted(sentinelPort()));
    return List.of(
        new ContainerBuilder()
            .withName(SENTINEL)
            .withImage(component.store().image())
            .withCommand(command())
            .withEnv(shared(SENTINEL))
            .withStartupProbe(StoreProbes.startup(new StoreProbe(null, sentinelPort())))
            .withLivenessProbe(StoreProbes.liveness(new StoreProbe(null, sentinelPort())))
            .withReadinessProbe(StoreProbes.readiness(new StoreProbe(ready, null)))
            .withNewResources()
            .withRequests(Map.of("cpu", new Quantity("25m"), "memory", new Quantity("32Mi")))
            .withLimits(Map.of("memory", new Quantity("64Mi")))
            .endResources()
            .withSecurityContext(Hardening.container())
            .withVolumeMounts(mountsOfSentinel())
            .build());
  }

  private List<VolumeMount> mountsOfSentinel() {
    List<VolumeMount> mounts = new ArrayList<>();
    mounts.add(
        new VolumeMountBuilder()
            .withName(StorePod.DATA)
            .withMountPath(component.runtime().dataPath())
            .build());
    mounts.addAll(Hardening.writableMounts(WRITABLE));
    return mounts;
  }

  private List<EnvVar> shared(String role) {
    Store store = component.store();
    return List.of(
        EnvVars.value("ROLE", role),
        EnvVars.value("CACHE", store.name()),
        EnvVars.value("MEMBERS", members(component.port())),
        EnvVars.value("DATA", component.runtime().dataPath()),
        EnvVars.secret("PASSWORD", store.adminSecret(), "password"));
  }

  private String members(int port) {
    return String.join(
        " ", component.memberHosts(members()).stream().map(host -> host + ":" + port).toList());
  }

  private int sentinelPort() {
    return component.runtime().ports().get(SENTINEL);
  }
}
