package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** What replication groups have of their own: windows, late tags and last snapshots. */
@LocalAws
class CachesApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: []
      caches: [{name: hot, placement: Managed, maintenanceWindow: "tue:05:00-tue:06:00"%s}]
      """;

  private final HandClock clock = new HandClock();
  private final Platform nothing = ContractRow.platform("nothing");
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  private static Platform shop(String fields) {
    return EngineLife.platform("shop", SHOP.formatted(fields));
  }

  @Test
  void whatInterruptsItWaitsForItsWindow(AwsEmulator aws) {
    engine.converge(shop(", nodeType: cache.t4g.small"));
    Platform larger = shop(", nodeType: cache.r7g.large, applyChanges: MaintenanceWindow");
    long mark = aws.mark();
    for (int i = 0; i < 5; i++) {
      engine.pass(larger);
      engine.rest(Duration.ofMinutes(1));
    }
    assertThat(verdict(larger).message())
        .isEqualTo("a change waits for its maintenance window (tue:05:00-tue:06:00)");
    assertThat(aws.requests(mark).stream().filter(request -> !request.reads()))
        .extracting(request -> request.operation())
        .containsExactly("ModifyReplicationGroup");

    engine.rest(Duration.ofDays(8));
    assertThat(engine.converge(larger)).isEmpty();
    assertThat(groups().getFirst().cacheNodeType()).isEqualTo("cache.r7g.large");
  }

  @Test
  void failoverComesAfterItsReplicaAndGoesBeforeIt() {
    Platform alone = shop(", snapshotRetentionDays: 0");
    Platform guarded = shop(", replicas: 1, multiAz: true, snapshotRetentionDays: 3");
    engine.converge(alone);
    engine.converge(guarded);
    assertThat(groups().getFirst().multiAZ()).isEqualTo(MultiAZStatus.ENABLED);
    engine.converge(alone);
    assertThat(groups().getFirst().memberClusters()).hasSize(1);
  }

  @Test
  void parametersOfItsOwnFollowTheVersionAndGoWhenTheyLeaveTheResource() {
    String parameters = ", parameters: {timeout: \"60\"}, version: \"%s\"";
    engine.converge(shop(parameters.formatted("6.2")));
    List<CacheParameterGroup> old = ownParameters();
    assertThat(old).singleElement().satisfies(g -> assertThat(family(g)).isEqualTo("redis6.x"));

    settle(shop(parameters.formatted("7.0")));
    assertThat(ownParameters())
        .singleElement()
        .satisfies(g -> assertThat(family(g)).isEqualTo("redis7"))
        .isNotEqualTo(old.getFirst());

    settle(shop(", version: \"7.0\""));
    assertThat(ownParameters()).isEmpty();
  }

  @Test
  void aNewOneIsNoForeignOneWhileNobodyTellsItsTags(AwsEmulator aws) {
    Platform shop = shop("");
    aws.lag(Duration.ZERO, Duration.ofMinutes(3));
    aws.delay("elasticache:ReplicationGroup:create", Duration.ofMinutes(8));
    for (int i = 0; i < 30; i++) {
      engine.pass(shop);
      engine.rest(Duration.ofSeconds(15));
      assertThat(engine.verdicts(shop))
          .extracting(ItemVerdict::reason)
          .doesNotContain(Reason.Conflict, Reason.AwsRefused, Reason.ReplacementRequired);
    }
    assertThat(verdict(shop).message()).startsWith("is being created");
    engine.converge(shop);
    assertThat(groups()).hasSize(1);
  }

  @Test
  void aLostAnswerTakesNoSecondSnapshot(AwsEmulator aws) {
    engine.converge(shop(""));
    aws.inject(AwsFault.lostResponse("elasticache", "DeleteReplicationGroup").times(1));
    goAway();
    assertThat(groups()).isEmpty();
    assertThat(snapshots())
        .singleElement()
        .satisfies(s -> assertThat(s.snapshotName()).contains("-final-"));

    engine.converge(shop(""));
    goAway();
    assertThat(snapshots()).extracting(Snapshot::snapshotName).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void noneGoesWhileTheNameOfItsLastSnapshotIsTaken() {
    Platform named = shop(", finalSnapshotName: the-last");
    engine.converge(named);
    goAway();
    assertThat(snapshots()).extracting(Snapshot::snapshotName).containsExactly("the-last");

    engine.converge(named);
    goAway();
    assertThat(groups()).hasSize(1);
  }

  /** What could not go while the cache used it goes with the next try. */
  private void settle(Platform platform) {
    engine.converge(platform);
    engine.rest(Duration.ofMinutes(10));
    engine.converge(platform);
  }

  private void goAway() {
    for (int i = 0; i < 12; i++) {
      engine.pass(nothing);
      engine.rest(Duration.ofMinutes(5));
    }
  }

  private ItemVerdict verdict(Platform platform) {
    return engine.verdicts(platform).stream()
        .filter(v -> v.item().ref().kind().equals("elasticache.ReplicationGroup"))
        .findFirst()
        .orElseThrow();
  }

  private List<CacheParameterGroup> ownParameters() {
    return cache().describeCacheParameterGroups().cacheParameterGroups().stream()
        .filter(group -> group.cacheParameterGroupName().startsWith("shop-"))
        .toList();
  }

  private static String family(CacheParameterGroup group) {
    return group.cacheParameterGroupFamily();
  }

  private List<ReplicationGroup> groups() {
    return cache().describeReplicationGroups().replicationGroups();
  }

  private List<Snapshot> snapshots() {
    return cache().describeSnapshots().snapshots();
  }

  private ElastiCacheClient cache() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(ElastiCacheClient.class, ElastiCacheClient::builder);
  }
}
