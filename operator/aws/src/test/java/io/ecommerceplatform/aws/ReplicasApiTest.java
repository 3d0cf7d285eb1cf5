package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables that DynamoDB keeps alike in two regions. */
@LocalAws
class ReplicasApiTest {
  private static final String OTHER = "eu-west-1";

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  @Test
  void aReplicaIsMadeBesideATableThatIsThereAndIsWaitedFor(AwsEmulator aws) {
    engine.converge(table("streams: false", ""));
    aws.delay("dynamodb:Replica:create", Duration.ofMinutes(2));
    Platform copied = table("replicate: true", "");
    Set<String> said = new HashSet<>();
    for (int i = 0; i < 12 && !verdict(copied).isReady(); i++) {
      engine.pass(copied);
      said.add(verdict(copied).message());
      engine.rest(Duration.ofSeconds(20));
    }
    assertThat(said).contains("the replica in eu-west-1 is being made");
    assertThat(tablesThere()).containsExactly("shop-carts");
    engine.converge(copied);
  }

  @Test
  void unitsHaveAReplicaAsSoonAsSomethingScalesThem() {
    engine.converge(table("capacity: {min: 5, max: 9}, replicate: true", ""));
    assertThat(tablesThere()).containsExactly("shop-carts");
  }

  @Test
  void capacityStreamAndReplicaOfOneEditFollowEachOther() {
    engine.converge(table("streams: false", ""));
    engine.converge(table("capacity: {min: 5, max: 9}, replicate: true", ""));
    assertThat(tablesThere()).containsExactly("shop-carts");
  }

  @Test
  void withoutTheFieldTheReplicaStaysAndWithFalseItGoes() {
    engine.converge(table("replicate: true", ""));
    engine.converge(table("streams: true", ""));
    assertThat(tablesThere()).containsExactly("shop-carts");
    engine.converge(table("replicate: false", ""));
    engine.rest(Duration.ofHours(1));
    assertThat(tablesThere()).isEmpty();
  }

  @Test
  void replicasOfOthersStay() {
    Platform copied = table("replicate: true", "");
    engine.converge(copied);
    engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(DynamoDbClient.class, DynamoDbClient::builder)
        .updateTable(
            r ->
                r.tableName("shop-carts")
                    .replicaUpdates(u -> u.create(c -> c.regionName("us-west-2"))));
    engine.rest(Duration.ofHours(2));
    assertThat(engine.converge(copied)).isEmpty();
    assertThat(verdict(copied).found().orElseThrow().settings().path("replicas")).hasSize(2);
  }

  @Test
  void aTableThatGoesLeavesNoReplicaBehind() {
    String all = "deletionPolicy: Delete, ";
    engine.converge(table("deletionProtection: false, replicate: true", all));
    Platform nothing =
        EngineLife.platform(
            "shop",
            """
            profile: Economy
            services: [{name: user}]
            aws: {identity: default, regions: [{name: us-east-1}, {name: eu-west-1}]}
            messaging: {transport: Kafka}
            """);
    for (int i = 0; i < 6; i++) {
      engine.pass(nothing);
      engine.rest(Duration.ofMinutes(5));
    }
    assertThat(tablesThere()).isEmpty();
    assertThat(engine.plan(nothing).actions()).isEmpty();
  }

  private Stream<String> tablesThere() {
    return engine
        .accounts
        .of("default", OTHER)
        .of(DynamoDbClient.class, DynamoDbClient::builder)
        .listTables()
        .tableNames()
        .stream();
  }

  private static Platform table(String more, String aws) {
    return EngineLife.platform(
        "shop",
        """
        profile: Economy
        services: [{name: user}]
        aws: {identity: default, %sregions: [{name: us-east-1}, {name: eu-west-1}]}
        messaging: {transport: Kafka}
        tables: [{name: carts, awsName: shop-carts, partitionKey: {name: id, type: S}, %s}]
        """
            .formatted(aws, more));
  }

  private ItemVerdict verdict(Platform platform) {
    return engine.verdicts(platform).stream()
        .filter(verdict -> verdict.item().ref().id().equals("dynamodb.Table/carts"))
        .findFirst()
        .orElseThrow();
  }
}
