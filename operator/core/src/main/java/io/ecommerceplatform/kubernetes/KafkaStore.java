package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine.StoreProbe;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Owner;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kafka without ZooKeeper: the first one or three brokers are the quorum of controllers too. */
record KafkaStore(StoreComponent component) implements StoreFormation {
  private static final int QUORUM = 3;

  @Override
  public List<EnvVar> env() {
    String copies = String.valueOf(Math.min(3, members()));
    String inSync = members() < 3 ? "1" : "2";
    return List.of(
        EnvVars.field("POD_NAME", "metadata.name"),
        EnvVars.field("KAFKA_NODE_ID", "metadata.labels['apps.kubernetes.io/pod-index']"),
        EnvVars.value("CLUSTER_ID", clusterId()),
        EnvVars.value("KAFKA_CONTROLLER_QUORUM_VOTERS", voters()),
        EnvVars.value("KAFKA_ADVERTISED_LISTENERS", advertised()),
        EnvVars.value("KAFKA_DEFAULT_REPLICATION_FACTOR", copies),
        EnvVars.value("KAFKA_MIN_INSYNC_REPLICAS", inSync),
        EnvVars.value("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", copies),
        EnvVars.value("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", copies),
        EnvVars.value("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", inSync),
        EnvVars.value("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", copies),
        EnvVars.value("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", inSync));
  }

  /** Brokers beyond the quorum are brokers only; below that the image's own entry point will do. */
  @Override
  public List<String> command() {
    return members() <= QUORUM ? List.of() : StoreSetup.command("kafka-start.sh", "sh", "-ec");
  }

  @Override
  public StoreProbe liveness() {
    return members() <= QUORUM
        ? component.runtime().liveness()
        : new StoreProbe(null, component.port());
  }

  @Override
  public Optional<StoreSetup> setup() {
    List<KafkaTopic> topics = component.platform().topics();
    if (topics.isEmpty()) {
      return Optional.empty();
    }
    Store store = component.store();
    List<EnvVar> env =
        List.of(
            EnvVars.value("BOOTSTRAP", store.name() + ":" + store.port()),
            EnvVars.value(
                "TOPICS", topics.stream().map(KafkaStore::row).collect(Collectors.joining(" "))),
            EnvVars.value("LOG_DIR", "/tmp"),
            EnvVars.value("KAFKA_HEAP_OPTS", "-Xmx128m"));
    return Optional.of(new StoreSetup(StoreSetup.command("kafka-setup.sh", "bash", "-ec"), env));
  }

  private static String row(KafkaTopic topic) {
    return "%s:%d:%d:%d"
        .formatted(
            topic.name(),
            topic.partitions(),
            topic.replicationFactor(),
            topic.retentionHours() * 3_600_000L);
  }

  private String voters() {
    int voters = members() < QUORUM ? 1 : QUORUM;
    int port = component.runtime().ports().get("controller");
    return IntStream.range(0, voters)
        .mapToObj(i -> i + "@" + component.memberHost(i) + ":" + port)
        .collect(Collectors.joining(","));
  }

  private String advertised() {
    return "PLAINTEXT://$(POD_NAME)." + component.headlessHost() + ":" + component.port();
  }

  /**
   * A UUID of 16 bytes in Kafka's base64 form. It follows from the names alone: volumes that were
   * kept or restored belong to the same cluster when the platform is made again.
   */
  private String clusterId() {
    Owner owner = component.platform().owner();
    String name = String.join("/", owner.namespace(), owner.platform(), component.store().name());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      byte[] id = Arrays.copyOf(digest, 16);
      id[0] &= 0x7f; // Kafka refuses a leading dash
      return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
