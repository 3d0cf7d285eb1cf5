package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.resource.Desired;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the members of each engine find each other. */
class StoreFormationTest {

  @Test
  void kafkaOfOneIsItsOwnQuorum() {
    Desired desired = StorePlatform.economy(Engine.Kafka).compile();

    assertThat(env(desired, "KAFKA_CONTROLLER_QUORUM_VOTERS"))
        .isEqualTo("0@store-0.store-headless.shop.svc:9093");
    assertThat(env(desired, "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR")).isEqualTo("1");
    assertThat(env(desired, "KAFKA_MIN_INSYNC_REPLICAS")).isEqualTo("1");
  }

  @Test
  void kafkaOfThreeVotesWithAll() {
    Desired desired = StorePlatform.production(Engine.Kafka).members(3).compile();

    assertThat(env(desired, "KAFKA_CONTROLLER_QUORUM_VOTERS").split(","))
        .containsExactly(
            "0@store-0.store-headless.shop.svc:9093",
            "1@store-1.store-headless.shop.svc:9093",
            "2@store-2.store-headless.shop.svc:9093");
    assertThat(env(desired, "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR")).isEqualTo("3");
    assertThat(env(desired, "KAFKA_MIN_INSYNC_REPLICAS")).isEqualTo("2");
    assertThat(env(desired, "KAFKA_ADVERTISED_LISTENERS"))
        .isEqualTo("PLAINTEXT://$(POD_NAME).store-headless.shop.svc:9092");
    assertThat(server(desired).getCommand()).isEmpty();
  }

  @Test
  void kafkaBrokersBeyondTheQuorumDoNotVote() {
    Desired three = StorePlatform.production(Engine.Kafka).members(3).compile();
    Desired five = StorePlatform.production(Engine.Kafka).members(5).compile();

    assertThat(env(five, "KAFKA_CONTROLLER_QUORUM_VOTERS"))
        .isEqualTo(env(three, "KAFKA_CONTROLLER_QUORUM_VOTERS"));
    assertThat(server(five).getCommand().get(2)).contains("KAFKA_PROCESS_ROLES=broker");
    assertThat(server(five).getLivenessProbe().getTcpSocket().getPort().getIntVal())
        .isEqualTo(9092);
  }

  @Test
  void kafkaKeepsItsClusterIdWhenThePlatformIsMadeAgain() {
    String id = env(StorePlatform.economy(Engine.Kafka).compile(), "CLUSTER_ID");

    assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16);
    assertThat(id).hasSize(22).doesNotStartWith("-");
    assertThat(env(StorePlatform.production(Engine.Kafka).compile(), "CLUSTER_ID")).isEqualTo(id);
    assertThat(env(StorePlatform.economy(Engine.Kafka).named("store2").compile(), "CLUSTER_ID"))
        .isNotEqualTo(id);
  }

  @Test
  void kafkaTopicsAreRows() {
    Desired desired =
        StorePlatform.economy(Engine.Kafka)
            .topics(new KafkaTopic("a", 6, 1, 0), new KafkaTopic("b", 3, 1, 24))
            .compile();

    assertThat(setupEnv(desired, "TOPICS")).isEqualTo("a:6:1:0 b:3:1:86400000");
  }

  @Test
  void openSearchOfOneNeedsNobody() {
    Desired desired = StorePlatform.economy(Engine.OpenSearch).compile();

    assertThat(env(desired, "discovery.type")).isEqualTo("single-node");
    assertThat(env(desired, "cluster.initial_cluster_manager_nodes")).isNull();
    assertThat(env(desired, "node.store.allow_mmap")).isEqualTo("false");
  }

  @Test
  void openSearchOfThreeFormsACluster() {
    Desired desired = StorePlatform.production(Engine.OpenSearch).members(3).compile();

    assertThat(env(desired, "discovery.type")).isNull();
    assertThat(env(desired, "discovery.seed_hosts")).isEqualTo("store-headless.shop.svc");
    assertThat(env(desired, "cluster.initial_cluster_manager_nodes"))
        .isEqualTo("store-0,store-1,store-2");
    assertThat(env(desired, "node.store.allow_mmap")).isNull();
  }

  @Test
  void memoryFollowsWhatIsRequested() {
    Desired economy = StorePlatform.economy(Engine.OpenSearch).compile();
    Desired production = StorePlatform.production(Engine.OpenSearch).compile();
    Desired redis = StorePlatform.economy(Engine.Redis).compile();

    assertThat(env(economy, "OPENSEARCH_JAVA_OPTS")).isEqualTo("-Xms512m -Xmx512m");
    assertThat(env(production, "OPENSEARCH_JAVA_OPTS")).isEqualTo("-Xms2048m -Xmx2048m");
    assertThat(env(redis, "REDIS_MAXMEMORY")).isEqualTo(String.valueOf(48 << 20));
  }

  @Test
  void openSearchWritesItsConfigurationIntoACopy() {
    PodSpec pod = pod(StorePlatform.economy(Engine.OpenSearch).compile());

    assertThat(pod.getInitContainers())
        .extracting(Container::getName)
        .containsExactly("copy-config");
  }

  @Test
  void mongoDbIsAReplicaSetOfAnySize() {
    Desired one = StorePlatform.economy(Engine.MongoDB).compile();
    Desired three = StorePlatform.production(Engine.MongoDB).members(3).compile();

    assertThat(setupEnv(one, "MEMBERS")).isEqualTo("store-0.store-headless.shop.svc:27017");
    assertThat(setupEnv(three, "MEMBERS").split(" ")).hasSize(3);
    assertThat(env(one, "REPLICA_SET")).isEqualTo("store");
  }

  @Test
  void mongoDbReadsAKeyfileThatOnlyItCanRead() {
    PodSpec pod = pod(StorePlatform.economy(Engine.MongoDB).compile());

    assertThat(pod.getVolumes())
        .filteredOn(v -> v.getSecret() != null)
        .allSatisfy(
            v -> {
              assertThat(v.getSecret().getSecretName()).isEqualTo("store-credentials");
              assertThat(v.getSecret().getItems().get(0).getMode()).isEqualTo(0400);
            })
        .hasSize(1);
    assertThat(pod.getInitContainers().get(0).getCommand()).contains("0400");
  }

  @Test
  void mySqlMakesAnAdministratorOfAnotherName() {
    Desired own = StorePlatform.economy(Engine.MySQL).database("revcart", "revcart").compile();

    assertThat(setupEnv(own, "MASTER")).isEqualTo("revcart");
    assertThat(setupEnv(own, "DATABASE")).isEqualTo("revcart");
  }

  private static String env(Desired desired, String name) {
    return value(server(desired).getEnv(), name);
  }

  private static String setupEnv(Desired desired, String name) {
    PodSpec pod = StoreCompilerTest.setup(desired).getSpec().getTemplate().getSpec();
    return value(pod.getContainers().get(0).getEnv(), name);
  }

  private static String value(List<EnvVar> env, String name) {
    return env.stream()
        .filter(e -> e.getName().equals(name))
        .findFirst()
        .map(EnvVar::getValue)
        .orElse(null);
  }

  private static Container server(Desired desired) {
    return pod(desired).getContainers().get(0);
  }

  private static PodSpec pod(Desired desired) {
    return StoreCompilerTest.members(desired).getSpec().getTemplate().getSpec();
  }
}
