package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** Stores that are made from a copy of data, beside the one that the copy is of. */
@LocalAws
class RestoreApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: []
      %s: [%s]
      """;
  private static final String OLD = "{name: old, placement: Managed, engine: PostgreSQL%s}";
  private static final String NEW =
      ", {name: new, placement: Managed, engine: %s, backupRetentionDays: 9%s, restoreFrom: {%s}}";

  private final HandClock clock = new HandClock();
  private final Platform before = databases(OLD.formatted(", backupRetentionDays: 3"));
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  private static Platform databases(String list) {
    return EngineLife.platform("shop", SHOP.formatted("databases", list));
  }

  private static Platform beside(String engine, String more, String from) {
    return databases(OLD.formatted(", backupRetentionDays: 3") + NEW.formatted(engine, more, from));
  }

  @Test
  void aServerIsMadeFromASnapshotAndGetsThePasswordOfTheCluster(AwsEmulator aws) {
    engine.converge(before);
    aws.delay("rds:DBSnapshot:create", Duration.ofMinutes(5));
    snapshot("monday");
    Platform both = beside("PostgreSQL", "", "snapshot: monday");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      engine.pass(both);
      told.add(verdict(both, "rds.Instance", "new").message());
      engine.rest(Duration.ofSeconds(4));
    }
    assertThat(told).contains("restoreFrom.snapshot: waits for monday, which is being made (40 %)");

    long mark = aws.mark();
    engine.rest(Duration.ofMinutes(6));
    engine.converge(both);

    assertThat(writes(aws, mark))
        .containsSubsequence(
            "RestoreDBInstanceFromDBSnapshot", "ModifyDBInstance", "AddTagsToResource")
        .doesNotContain("CreateDBInstance");
    assertThat(verdict(both, "rds.Instance", "new").found().orElseThrow())
        .satisfies(
            found -> {
              assertThat(found.settings().path("backupRetentionPeriod").asInt()).isEqualTo(9);
              assertThat(found.tags())
                  .containsEntry("ecommerceplatform.io/restored-from", "snapshot/monday");
              assertThat(found.outputs()).containsKey("endpoint");
            });
    assertThat(engine.converge(beside("PostgreSQL", "", "snapshot: monday"))).isEmpty();
  }

  @Test
  void nobodyConnectsToItBeforeItHasThatPassword() {
    engine.converge(before);
    snapshot("monday");
    engine.rest(Duration.ofMinutes(1));
    Platform both = beside("PostgreSQL", "", "snapshot: monday");
    boolean wasThereWithoutAddress = false;
    for (int i = 0; i < 12; i++) {
      engine.pass(both);
      ItemVerdict now = verdict(both, "rds.Instance", "new");
      boolean hasPassword =
          now.found().filter(f -> f.settings().hasNonNull("passwordSetBy")).isPresent();
      boolean hasAddress = now.found().filter(f -> f.outputs().containsKey("endpoint")).isPresent();
      assertThat(hasAddress && !hasPassword).isFalse();
      wasThereWithoutAddress |= now.found().isPresent() && !hasPassword;
      engine.rest(Duration.ofSeconds(1));
    }
    assertThat(wasThereWithoutAddress).isTrue();
  }

  @Test
  void aServerThatIsThereIsNotTouchedAndSaysWhatToDo(AwsEmulator aws) {
    engine.converge(before);
    snapshot("monday");
    engine.rest(Duration.ofMinutes(1));
    long mark = aws.mark();
    Platform same =
        databases(OLD.formatted(", backupRetentionDays: 3, restoreFrom: {snapshot: monday}"));
    engine.pass(same);
    ItemVerdict verdict = verdict(same, "rds.Instance", "old");
    assertThat(verdict.reason()).isEqualTo(Reason.ReplacementRequired);
    assertThat(verdict.message())
        .contains("is there already: nothing in it is touched", "list a new store");
    assertThat(writes(aws, mark)).isEmpty();
  }

  @Test
  void theResourceMayForgetWhatAServerWasMadeFrom() {
    engine.converge(before);
    snapshot("monday");
    engine.rest(Duration.ofMinutes(1));
    engine.converge(beside("PostgreSQL", "", "snapshot: monday"));
    String plain = ", {name: new, placement: Managed, engine: PostgreSQL, backupRetentionDays: 9}";
    assertThat(engine.converge(databases(OLD.formatted(", backupRetentionDays: 3") + plain)))
        .isEmpty();
  }

  @Test
  void theNewestStateOfAServerIsCopied(AwsEmulator aws) {
    engine.converge(before);
    String old = verdict(before, "rds.Instance", "old").item().awsName();
    long mark = aws.mark();
    engine.converge(beside("PostgreSQL", "", "retained: " + old));
    assertThat(writes(aws, mark)).contains("RestoreDBInstanceToPointInTime");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PostgreSQL | '' | snapshot: tuesday | AwsItemNotFound | RDS shows no snapshot tuesday",
        "PostgreSQL | '' | retained: nobody | AwsItemNotFound | RDS shows no database nobody",
        "PostgreSQL | '' | time: \"2026-01-07T03:00:00Z\" | AwsRefused | restoreFrom.time: a time",
        "MySQL | '' | snapshot: monday | AwsRefused | is of engine postgres, and mysql is asked",
        "PostgreSQL | , masterUsername: boss | snapshot: monday | AwsRefused | set masterUsername",
        "AuroraMySQL | '' | snapshot: monday | AwsItemNotFound | RDS shows no snapshot monday"
      })
  void whatCannotBeIsToldAndNothingIsMade(
      String kind, String more, String from, Reason reason, String text, AwsEmulator aws) {
    engine.converge(before);
    snapshot("monday");
    engine.rest(Duration.ofMinutes(1));
    Platform both = beside(kind, more, from);
    for (int i = 0; i < 6; i++) {
      engine.pass(both);
      engine.rest(Duration.ofSeconds(20));
    }
    String type = kind.startsWith("Aurora") ? "rds.Cluster" : "rds.Instance";
    ItemVerdict verdict = verdict(both, type, "new");
    assertThat(verdict.message()).contains(text, "restoreFrom.");
    assertThat(verdict.reason()).isEqualTo(reason);
    assertThat(verdict.found()).isEmpty();
    assertThat(writes(aws, 0)).noneMatch(o -> o.startsWith("Restore"));
  }

  @ParameterizedTest
  @CsvSource({"AuroraMySQL,rds.Cluster", "MongoDB,docdb.Cluster"})
  void aClusterIsMadeFromASnapshotAndFromAnother(String kind, String type, AwsEmulator aws) {
    String list = "{name: old, placement: Managed, engine: %s}".formatted(kind);
    Platform alone = databases(list);
    engine.converge(alone);
    String old = verdict(alone, type, "old").item().awsName();
    rds()
        .createDBClusterSnapshot(
            r -> r.dbClusterIdentifier(old).dbClusterSnapshotIdentifier("monday"));
    engine.rest(Duration.ofMinutes(1));
    long mark = aws.mark();
    engine.converge(databases(list + NEW.formatted(kind, "", "snapshot: monday")));
    assertThat(writes(aws, mark))
        .containsSubsequence("RestoreDBClusterFromSnapshot", "ModifyDBCluster", "AddTagsToResource")
        .doesNotContain("CreateDBCluster");

    String third = NEW.formatted(kind, "", "retained: " + old).replace("name: new", "name: third");
    engine.converge(databases(list + third));
    assertThat(writes(aws, mark)).contains("RestoreDBClusterToPointInTime");
  }

  @Test
  void aCacheIsMadeFromASnapshotAlone(AwsEmulator aws) {
    String old = "{name: old, placement: Managed}";
    Platform alone = EngineLife.platform("shop", SHOP.formatted("caches", old));
    engine.converge(alone);
    String group = verdict(alone, "elasticache.ReplicationGroup", "old").item().awsName();
    engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(ElastiCacheClient.class, ElastiCacheClient::builder)
        .createSnapshot(r -> r.replicationGroupId(group).snapshotName("monday"));
    engine.rest(Duration.ofMinutes(1));
    Platform refused = caches(old, "retained: " + group);
    engine.pass(refused);
    engine.rest(Duration.ofSeconds(20));
    engine.pass(refused);
    assertThat(verdict(refused, "elasticache.ReplicationGroup", "new").message())
        .contains("restoreFrom.retained: ElastiCache makes a cache from a snapshot alone");

    Platform both = caches(old, "snapshot: monday");
    engine.converge(both);
    assertThat(verdict(both, "elasticache.ReplicationGroup", "new").found().orElseThrow().tags())
        .containsEntry("ecommerceplatform.io/restored-from", "snapshot/monday");
  }

  private static Platform caches(String old, String from) {
    String added = ", {name: new, placement: Managed, restoreFrom: {%s}}".formatted(from);
    return EngineLife.platform("shop", SHOP.formatted("caches", old + added));
  }

  private void snapshot(String name) {
    String server = verdict(before, "rds.Instance", "old").item().awsName();
    rds().createDBSnapshot(r -> r.dbInstanceIdentifier(server).dbSnapshotIdentifier(name));
  }

  private ItemVerdict verdict(Platform platform, String type, String name) {
    return engine.verdicts(platform).stream()
        .filter(v -> v.item().ref().kind().equals(type) && v.item().ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> writes(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream()
        .filter(request -> !request.reads() && request.error().isEmpty())
        .map(AwsRequest::operation)
        .toList();
  }

  private RdsClient rds() {
    return engine.accounts.of("default", EngineLife.REGION).of(RdsClient.class, RdsClient::builder);
  }
}
