package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.resource.Json;
import java.time.Duration;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplicationStatus;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;

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
            copy -> assertThat(copy.destinationBackupVaultArn()).isEqualTo(vault.backupVaultArn()))
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

  @Test
  void objectsOfABucketAreCopiedByARuleThatNamesTheKeyThere() {
    engine.converge(bucket("replicate: true"));
    Bucket copy = buckets(OTHER).getFirst();
    assertThat(buckets(OTHER)).hasSize(1);
    assertThat(s3(OTHER).getBucketVersioning(r -> r.bucket(copy.name())).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    String key = keyOf(copy);
    assertThat(key).contains(":" + OTHER + ":");
    ReplicationConfiguration there = replication();
    assertThat(there.role()).contains(":role/ecommerceplatform/");
    assertThat(there.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.priority()).isEqualTo(1))
        .satisfies(
            rule ->
                assertThat(rule.deleteMarkerReplication().status())
                    .isEqualTo(DeleteMarkerReplicationStatus.ENABLED))
        .satisfies(
            rule ->
                assertThat(rule.sourceSelectionCriteria().sseKmsEncryptedObjects().statusAsString())
                    .isEqualTo("Enabled"))
        .satisfies(
            rule ->
                assertThat(rule.destination().encryptionConfiguration().replicaKmsKeyID())
                    .isEqualTo(key))
        .satisfies(
            rule ->
                assertThat(rule.destination().bucket()).isEqualTo("arn:aws:s3:::" + copy.name()));
  }

  @Test
  void theRoleOfCopiesMayUseTheTwoBucketsAndNothingElse() {
    Platform platform = bucket("replicate: true");
    engine.converge(platform);
    JsonNode policy =
        engine.verdicts(platform).stream()
            .filter(verdict -> verdict.item().ref().id().equals("iam.Role/aws_s3"))
            .map(verdict -> Json.parse(verdict.item().settings().path("policy").asText()))
            .findFirst()
            .orElseThrow();
    String home = buckets(EngineLife.REGION).getFirst().name();
    String copy = buckets(OTHER).getFirst().name();
    assertThat(policy.findValuesAsText("Resource"))
        .allMatch(resource -> resource.contains(home) || resource.contains(copy) || isKey(resource))
        .noneMatch("*"::equals);
    assertThat(policy.toString()).doesNotContain("s3:*", "kms:*", "s3:PutObject");
  }

  private static boolean isKey(String resource) {
    return resource.startsWith("arn:aws:kms:");
  }

  @Test
  void rulesOfOthersStayAndOursGoesWithTheField() {
    engine.converge(bucket("replicate: true"));
    ReplicationConfiguration there = replication();
    ReplicationRule mine = there.rules().getFirst().toBuilder().id("mine").priority(2).build();
    String home = buckets(EngineLife.REGION).getFirst().name();
    List<ReplicationRule> both = List.of(there.rules().getFirst(), mine);
    s3(EngineLife.REGION)
        .putBucketReplication(
            r -> r.bucket(home).replicationConfiguration(c -> c.role(there.role()).rules(both)));
    Platform without = bucket("versioning: true");
    for (int i = 0; i < 3; i++) {
      engine.pass(without);
      engine.rest(Duration.ofHours(2));
    }
    assertThat(replication().rules()).extracting(ReplicationRule::id).containsExactly("mine");
    assertThat(buckets(OTHER)).as("data stays").hasSize(1);
  }

  private static Platform bucket(String more) {
    return EngineLife.platform(
        "shop",
        """
        profile: Economy
        services: [{name: user}]
        aws: {identity: default, regions: [{name: us-east-1}, {name: eu-west-1}]}
        encryption: {kms: true}
        messaging: {transport: Kafka}
        buckets: [{name: media, %s}]
        """
            .formatted(more));
  }

  private List<Bucket> buckets(String region) {
    return s3(region).listBuckets(r -> r.bucketRegion(region)).buckets();
  }

  private ReplicationConfiguration replication() {
    String home = buckets(EngineLife.REGION).getFirst().name();
    return s3(EngineLife.REGION)
        .getBucketReplication(r -> r.bucket(home))
        .replicationConfiguration();
  }

  private String keyOf(Bucket bucket) {
    return s3(OTHER)
        .getBucketEncryption(r -> r.bucket(bucket.name()))
        .serverSideEncryptionConfiguration()
        .rules()
        .getFirst()
        .applyServerSideEncryptionByDefault()
        .kmsMasterKeyID();
  }

  private S3Client s3(String region) {
    return engine.accounts.of("default", region).of(S3Client.class, S3Client::builder);
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
