package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.kms.KmsClient;

/** Copies of a platform's data in a second region. */
@LocalAws
class CopiesApiTest {
  private static final String OTHER = "eu-west-1";

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  /** Names of buckets are taken in all accounts. */
  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void backupsAreCopiedIntoAVaultThereThatAKeyThereEncrypts() {
    engine.converge(backups("copyToRegion: eu-west-1", ""));
    BackupVaultListMember vault = vaults().getFirst();
    assertThat(vaults()).hasSize(1);
    assertThat(engine.accounts.of("default", OTHER).of(KmsClient.class, KmsClient::builder))
        .satisfies(
            kms ->
                assertThat(kms.describeKey(r -> r.keyId(vault.encryptionKeyArn())).keyMetadata())
                    .satisfies(key -> assertThat(key.arn()).contains(":" + OTHER + ":")));
    assertThat(copies())
        .singleElement()
        .satisfies(
            copy ->
                assertThat(copy.destinationBackupVaultArn()).isEqualTo(vault.backupVaultArn()))
        .satisfies(copy -> assertThat(copy.lifecycle().deleteAfterDays()).isEqualTo(9));
  }

  @Test
  void theVaultStaysWhenNoMoreCopiesAreWanted() {
    engine.converge(backups("copyToRegion: eu-west-1", ""));
    Platform without = backups("awsName: mine", "");
    for (int i = 0; i < 3; i++) {
      engine.pass(without);
    }
    assertThat(copies()).isEmpty();
    assertThat(vaults()).hasSize(1);
    assertThat(engine.plan(without).actions())
        .filteredOn(action -> action.ref().namespace().equals(OTHER))
        .isNotEmpty()
        .allMatch(action -> action.operation() == Operation.RETAIN);
  }

  @Test
  void withDeleteItGoesAlsoWhenTheFieldIsGone() {
    String all = "deletionPolicy: Delete, ";
    engine.converge(backups("copyToRegion: eu-west-1", all));
    engine.converge(backups("retentionDays: 8", all));
    assertThat(vaults()).isEmpty();
  }

  @Test
  void nobodyLooksIntoARegionWithoutReason(AwsEmulator aws) {
    engine.converge(backups("retentionDays: 8", ""));
    assertThat(regions(aws)).doesNotContain(OTHER);
    engine.converge(backups("copyToRegion: eu-west-1", ""));
    assertThat(regions(aws)).contains(OTHER);
    List<String> services =
        aws.requests(0).stream()
            .filter(request -> request.region().equals(OTHER))
            .map(AwsRequest::service)
            .distinct()
            .toList();
    assertThat(services).doesNotContain("rds", "sqs", "elasticache", "opensearch");
  }

  private static Stream<String> regions(AwsEmulator aws) {
    return aws.requests(0).stream().map(AwsRequest::region);
  }

  private static Platform backups(String more, String aws) {
    return EngineLife.platform(
        "shop",
        """
        profile: Economy
        services: [{name: user}]
        aws: {identity: default, %sregions: [{name: us-east-1}]}
        encryption: {kms: true}
        messaging: {transport: Kafka}
        tables: [{name: carts, partitionKey: {name: id, type: S}, deletionProtection: false}]
        backup: {schedule: "0 3 * * *"%s, %s}
        """
            .formatted(aws, more.contains("retention") ? "" : ", retentionDays: 9", more));
  }

  private List<BackupVaultListMember> vaults() {
    return backup(OTHER).listBackupVaults(r -> {}).backupVaultList();
  }

  private List<CopyAction> copies() {
    BackupClient backup = backup(EngineLife.REGION);
    return backup.listBackupPlans(r -> {}).backupPlansList().stream()
        .map(plan -> backup.getBackupPlan(r -> r.backupPlanId(plan.backupPlanId())))
        .flatMap(plan -> plan.backupPlan().rules().stream())
        .map(BackupRule::copyActions)
        .flatMap(List::stream)
        .toList();
  }

  private BackupClient backup(String region) {
    return engine.accounts.of("default", region).of(BackupClient.class, BackupClient::builder);
  }
}
