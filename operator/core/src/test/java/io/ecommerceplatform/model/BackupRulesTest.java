package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupRulesTest {
  private static final String SHOP = "profile: Economy\nversion: \"1.0.0\"\n";

  @Test
  void nothingIsDumpedThatNobodyAskedFor() {
    assertThat(Resolved.spec(SHOP).stores()).allMatch(store -> store.dumps().isEmpty());
  }

  @Test
  void theServersOwnDaysWinAndZeroIsNone() {
    Platform shop =
        Resolved.spec(
            SHOP
                + """
                backup: {schedule: "0 4 * * *", retentionDays: 9}
                databases:
                - {name: a, engine: PostgreSQL, backupRetentionDays: 3}
                - {name: b, engine: MySQL, backupRetentionDays: 0}
                - {name: c, engine: MongoDB}
                """);
    assertThat(dumps(shop, "a")).containsExactly(new Dumps("0 4 * * *", 3));
    assertThat(dumps(shop, "b")).isEmpty();
    assertThat(dumps(shop, "c")).containsExactly(new Dumps("0 4 * * *", 9));
    assertThat(dumps(shop, "redis")).isEmpty();
    Finding told = told(shop).getFirst();
    assertThat(told.reason()).isEqualTo(Reason.BackupInCluster);
    assertThat(told.text())
        .startsWith("spec.backup.schedule: dumps of a, c stay inside this cluster")
        .endsWith("there is no dump of kafka, opensearch, redis");
  }

  @Test
  void daysWithoutAScheduleAreNightsAndAScheduleWithoutDaysIsTheProfiles() {
    String one = "databases: [{name: a, engine: PostgreSQL, backupRetentionDays: 3}]\n";
    assertThat(dumps(Resolved.spec(SHOP + one), "a")).containsExactly(new Dumps("0 3 * * *", 3));
    Platform scheduled = Resolved.spec(SHOP + "backup: {schedule: \"0 4 * * *\"}\n");
    assertThat(dumps(scheduled, "postgresql")).containsExactly(new Dumps("0 4 * * *", 1));
  }

  @Test
  void aScheduleThatDumpsNothingIsTold() {
    Platform shop =
        Resolved.spec(
            SHOP
                + """
                services: [{name: web}]
                backup: {schedule: "0 4 * * *"}
                databases: [{name: a, engine: PostgreSQL, backupRetentionDays: 0}]
                """);
    assertThat(told(shop)).extracting(Finding::reason).containsExactly(Reason.NotManagedYet);
  }

  @Test
  void whatLivesInAwsIsCopiedThere() {
    String aws = "aws: {identity: default, regions: [{name: eu-west-1}]}\n";
    String some = "services: [{name: web}]\n" + aws;
    String table = "tables: [{name: rows, partitionKey: {name: id, type: S}}]\n";
    String often = "backup: {schedule: \"0 4 1 * 0\", retentionDays: 9, awsName: mine}\n";
    assertThat(copies(SHOP + some + table)).isEmpty();
    assertThat(copies(SHOP + some + often)).isEmpty();
    assertThat(copies(SHOP + some + table + often))
        .contains(
            new AwsBackup(
                "mine", List.of("cron(0 4 1 * ? *)", "cron(0 4 ? * SUN *)"), 9, Optional.empty()));
    assertThat(told(Resolved.spec(SHOP + some + table + often))).isEmpty();
    String database = "databases: [{name: a, engine: MySQL, placement: Managed}]\n";
    assertThat(copies(SHOP + some + database + "backup: {schedule: \"0 4 * * *\"}\n"))
        .contains(new AwsBackup("", List.of("cron(0 4 * * ? *)"), 1, Optional.empty()));
  }

  @Test
  void copiesOfCopiesAreOfWhatIsInAwsAlone() {
    String aws =
        "services: [{name: web}]\naws: {identity: default, regions: [{name: eu-west-1}]}\n";
    String table = "tables: [{name: rows, partitionKey: {name: id, type: S}}]\n";
    String often = "backup: {schedule: \"0 4 * * *\", copyToRegion: eu-north-1}\n";
    assertThat(copies(SHOP + aws + table + often).orElseThrow().copyToRegion())
        .contains("eu-north-1");
    assertThat(told(Resolved.spec(SHOP + aws + table + often))).isEmpty();
    String dumped = "databases: [{name: a, engine: MySQL, placement: InCluster}]\n";
    assertThat(told(Resolved.spec(SHOP + aws + dumped + often)))
        .filteredOn(finding -> finding.path().equals("spec.backup.copyToRegion"))
        .extracting(Finding::reason)
        .containsExactly(Reason.NotManagedYet);
  }

  private static Optional<AwsBackup> copies(String spec) {
    return Resolved.spec(spec).aws().orElseThrow().backup();
  }

  @Test
  void theNameOfACronJobFits() {
    String name = "a".repeat(52);
    Platform shop =
        Resolved.spec(
            SHOP
                + "databases: [{name: %s, engine: MySQL, backupRetentionDays: 1}]".formatted(name));
    assertThat(shop.store(name).orElseThrow().backupName()).hasSize(52).endsWith("-backup");
  }

  private static List<Dumps> dumps(Platform platform, String store) {
    return platform.store(store).orElseThrow().dumps().stream().toList();
  }

  private static List<Finding> told(Platform platform) {
    return platform.findings().stream()
        .filter(finding -> finding.part() == ConditionType.Protected)
        .toList();
  }
}
