package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine.StoreProbe;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the members of one engine find each other; all the rest is the same for every engine. */
interface StoreFormation {
  StoreComponent component();

  /** Pods that are run; engines without replication of ours run one. */
  default int members() {
    return component().store().replicas();
  }

  /** Added to the catalogue's variables, and winning over them. */
  default List<EnvVar> env() {
    return List.of();
  }

  /** Takes the place of the image's entry point; empty keeps it. */
  default List<String> command() {
    return List.of();
  }

  /** Arguments of the command, or of the image's entry point. */
  default List<String> args() {
    List<String> args = new ArrayList<>(component().runtime().args());
    args.addAll(flags(new ServerFlags(component().store().parameters())));
    return args;
  }

  /** The settings that the resource asks for, as arguments; empty for an engine that takes none. */
  default List<String> flags(ServerFlags parameters) {
    return List.of();
  }

  /** Ports of the Service that clients start from, by name. */
  default Map<String, Integer> clientPorts() {
    return Map.of(component().application(), component().store().port());
  }

  /** Ports beside the server's own, by name. */
  default Map<String, Integer> memberPorts() {
    return component().runtime().ports();
  }

  default StoreProbe liveness() {
    return component().runtime().liveness();
  }

  default StoreProbe readiness() {
    return component().runtime().readiness();
  }

  /** Containers beside the server. */
  default List<Container> sidecars() {
    return List.of();
  }

  default List<Container> initContainers() {
    return List.of();
  }

  default List<Volume> volumes() {
    return List.of();
  }

  default List<VolumeMount> mounts() {
    return List.of();
  }

  /** What has to be made inside the store for its clients; empty for nothing. */
  default Optional<StoreSetup> setup() {
    return Optional.empty();
  }

  /** How its data is dumped; empty for what has no dump. */
  default Optional<StoreSetup> dump() {
    return Optional.empty();
  }

  static StoreFormation of(StoreComponent component) {
    return switch (component.store().engine()) {
      case PostgreSQL -> new PostgreSqlStore(component);
      case MySQL -> new MySqlStore(component);
      case MongoDB ->
          component.store().inCluster()
              ? new MongoDbStore(component)
              : new DocumentDbStore(component);
      case Redis ->
          RedisSentinelStore.isAsked(component.store())
              ? new RedisSentinelStore(component)
              : new RedisStore(component);
      case OpenSearch -> new OpenSearchStore(component);
      case Kafka -> new KafkaStore(component);
      // of these only the setup is of use: the server runs in AWS
      case AuroraPostgreSQL -> new PostgreSqlStore(component);
      case AuroraMySQL -> new MySqlStore(component);
    };
  }
}
