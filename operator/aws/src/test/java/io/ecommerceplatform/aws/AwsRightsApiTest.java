package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.resource.ItemOwner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.Status;
import software.amazon.awssdk.services.efs.model.ThroughputMode;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.TlsPolicy;

/** The rights that the reference asks for are those that the kinds use: none less, none more. */
@LocalAws
class AwsRightsApiTest {
  private static final Set<String> OF_THE_ENGINE =
      Set.of("sts:GetCallerIdentity", "tag:GetResources");

  private static final Set<String> OF_THE_TEST =
      Set.of("s3:PutObject", "ec2:CreateVpc", "ec2:CreateSubnet", "route53:CreateHostedZone");

  /** Their calls are those of {@link RestoreApiTest}: nobody makes a store from what he changed. */
  private static final Set<String> OF_RESTORES =
      Set.of(
          "rds:RestoreDBInstanceFromDBSnapshot",
          "rds:RestoreDBInstanceToPointInTime",
          "rds:RestoreDBClusterFromSnapshot",
          "rds:RestoreDBClusterToPointInTime");

  /** Where IAM names a service otherwise than its API. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "resourcegroupstaggingapi", "tag",
          "opensearch", "es",
          "sesv2", "ses",
          "efs", "elasticfilesystem");

  /** Where IAM names a right otherwise than the operation that needs it. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("budgets:DescribeBudgets", "budgets:ViewBudget"),
          Map.entry("budgets:DescribeBudget", "budgets:ViewBudget"),
          Map.entry("budgets:DescribeNotificationsForBudget", "budgets:ViewBudget"),
          Map.entry("budgets:DescribeSubscribersForNotification", "budgets:ViewBudget"),
          Map.entry("budgets:CreateBudget", "budgets:ModifyBudget"),
          Map.entry("budgets:UpdateBudget", "budgets:ModifyBudget"),
          Map.entry("budgets:DeleteBudget", "budgets:ModifyBudget"),
          Map.entry("budgets:CreateNotification", "budgets:ModifyBudget"),
          Map.entry("budgets:DeleteNotification", "budgets:ModifyBudget"),
          Map.entry("cloudfront:CreateDistributionWithTags", "cloudfront:CreateDistribution"),
          Map.entry("s3:ListBuckets", "s3:ListAllMyBuckets"),
          Map.entry("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
          Map.entry("s3:PutBucketEncryption", "s3:PutEncryptionConfiguration"),
          Map.entry("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
          Map.entry("s3:PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
          Map.entry("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
          Map.entry("s3:PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
          Map.entry("s3:DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
          Map.entry("s3:GetBucketReplication", "s3:GetReplicationConfiguration"),
          Map.entry("s3:PutBucketReplication", "s3:PutReplicationConfiguration"),
          Map.entry("s3:DeleteBucketReplication", "s3:PutReplicationConfiguration"),
          Map.entry("s3:ListObjectVersions", "s3:ListBucketVersions"),
          Map.entry("s3:DeleteObjects", "s3:DeleteObjectVersion"));

  /** Rights that a call needs beside its own. */
  private static final Map<String, List<String>> ALSO =
      Map.ofEntries(
          Map.entry("cloudfront:CreateDistributionWithTags", List.of("cloudfront:TagResource")),
          Map.entry("s3:CreateBucket", List.of("s3:TagResource")),
          Map.entry("s3:DeleteObjects", List.of("s3:DeleteObject")),
          Map.entry("s3:PutBucketReplication", List.of("iam:PassRole")),
          Map.entry("rds:DeleteDBCluster", List.of("rds:CreateDBClusterSnapshot")),
          Map.entry("rds:DeleteDBInstance", List.of("rds:CreateDBSnapshot")),
          Map.entry(
              "application-autoscaling:RegisterScalableTarget",
              List.of("iam:CreateServiceLinkedRole")),
          Map.entry("elasticache:CreateReplicationGroup", List.of("iam:CreateServiceLinkedRole")),
          Map.entry(
              "elasticfilesystem:CreateMountTarget",
              List.of("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces")),
          Map.entry("elasticfilesystem:DeleteMountTarget", List.of("ec2:DeleteNetworkInterface")),
          Map.entry(
              "elasticfilesystem:ModifyMountTargetSecurityGroups",
              List.of("ec2:ModifyNetworkInterfaceAttribute")),
          Map.entry(
              "dynamodb:UpdateTable",
              List.of(
                  "dynamodb:CreateTableReplica",
                  "dynamodb:DeleteTableReplica",
                  "dynamodb:Scan",
                  "dynamodb:Query",
                  "dynamodb:GetItem",
                  "dynamodb:PutItem",
                  "dynamodb:UpdateItem",
                  "dynamodb:DeleteItem",
                  "dynamodb:BatchWriteItem")),
          Map.entry("firehose:CreateDeliveryStream", List.of("iam:PassRole")),
          Map.entry("kinesis:CreateStream", List.of("kinesis:AddTagsToStream")),
          Map.entry("ecr:CreateRepository", List.of("kms:CreateGrant")),
          Map.entry("ecr:DeleteRepository", List.of("kms:RetireGrant")),
          Map.entry(
              "backup:CreateBackupVault",
              List.of("backup-storage:MountCapsule", "kms:GenerateDataKey", "kms:Decrypt")),
          Map.entry("backup:CreateBackupSelection", List.of("iam:PassRole")));

  /** Names of buckets are taken in all accounts. */
  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void everyRightIsUsedAndEveryCallIsAllowed(AwsEmulator aws) {
    Set<String> used = new TreeSet<>();
    HandClock clock = new HandClock();
    for (ContractPlatform row : platforms()) {
      aws.reset();
      EngineLife engine = new EngineLife(aws, clock, Kinds.all());
      engine.layNetwork();
      engine.layZone();
      engine.converge(row.platformBefore());
      Platform changed = row.platformAfter();
      engine.converge(changed);
      ForeignHand hand = new ForeignHand(Kinds.all(), engine.accounts);
      engine.verdicts(changed).forEach(hand::turn);
      engine.verdicts(changed).forEach(verdict -> meddle(verdict, engine));
      engine.rest(Duration.ofHours(2));
      engine.converge(changed);
      // with the deletion policies of both
      for (Platform last : List.of(changed, row.platformBefore())) {
        engine.converge(last);
        fill(engine, last);
        for (int i = 0; i < 12; i++) {
          engine.pass(row.platformWithout());
          engine.rest(Duration.ofMinutes(5));
        }
      }
      used.addAll(aws.requests(0).stream().flatMap(AwsRightsApiTest::actions).toList());
    }
    used.removeAll(OF_THE_TEST);
    used.addAll(OF_RESTORES);
    Set<String> granted = new TreeSet<>(OF_THE_ENGINE);
    Kinds.all().list().forEach(kind -> granted.addAll(kind.actions()));
    assertThat(used).isEqualTo(granted);
  }

  /** A version goes up and never back, so that no row can have another one. */
  private static List<ContractPlatform> platforms() {
    ContractPlatform upgrade = new ContractPlatform("search-older", "search-changed", List.of());
    return Stream.concat(ContractRows.platforms().stream(), Stream.of(upgrade)).toList();
  }

  /** A call as IAM names it, as long as IAM calls the right to it by the name of the operation. */
  static String action(AwsRequest request) {
    return SERVICES.getOrDefault(request.service(), request.service()) + ":" + request.operation();
  }

  private static Stream<String> actions(AwsRequest request) {
    String action = action(request);
    return Stream.concat(
        Stream.of(ACTIONS.getOrDefault(action, action)),
        ALSO.getOrDefault(action, List.of()).stream());
  }

  /** Another hand at what no field of a resource changes. */
  private static void meddle(ItemVerdict verdict, EngineLife engine) {
    Clients clients = engine.accounts.of("default", verdict.item().region());
    String id = verdict.found().orElseThrow().id();
    switch (verdict.item().type().name()) {
      case "ec2.SecurityGroup" ->
          clients
              .of(Ec2Client.class, Ec2Client::builder)
              .authorizeSecurityGroupIngress(
                  r -> r.groupId(id).ipProtocol("tcp").fromPort(22).toPort(22).cidrIp("0.0.0.0/0"));
      case "rds.SubnetGroup" -> rename(verdict, clients.of(RdsClient.class, RdsClient::builder));
      case "elasticache.SubnetGroup" ->
          narrow(verdict, clients.of(ElastiCacheClient.class, ElastiCacheClient::builder));
      case "efs.FileSystem" -> slow(id, clients.of(EfsClient.class, EfsClient::builder));
      case "efs.MountTargets" -> open(id, clients);
      case "sesv2.ConfigurationSet" ->
          spoil(verdict.item().awsName(), clients.of(SesV2Client.class, SesV2Client::builder));
      case "sesv2.EmailIdentity" ->
          clients
              .of(SesV2Client.class, SesV2Client::builder)
              .putEmailIdentityConfigurationSetAttributes(
                  r -> r.emailIdentity(verdict.item().awsName()));
      case "kinesis.Stream" ->
          clients
              .of(KinesisClient.class, KinesisClient::builder)
              .updateStreamMode(
                  r -> r.streamARN(id).streamModeDetails(m -> m.streamMode(StreamMode.ON_DEMAND)));
      case "kms.Alias" -> point(verdict, clients.of(KmsClient.class, KmsClient::builder));
      case "kms.Key" -> spoil(id, clients.of(KmsClient.class, KmsClient::builder));
      default -> {
        // its fields are turned
      }
    }
  }

  private static void rename(ItemVerdict group, RdsClient rds) {
    rds.modifyDBSubnetGroup(
        r ->
            r.dbSubnetGroupName(group.item().awsName())
                .dbSubnetGroupDescription("mine")
                .subnetIds(subnets(group)));
  }

  private static void narrow(ItemVerdict group, ElastiCacheClient caches) {
    caches.modifyCacheSubnetGroup(
        r -> r.cacheSubnetGroupName(group.item().awsName()).subnetIds(subnets(group)[0]));
  }

  private static void slow(String fileSystem, EfsClient efs) {
    efs.putBackupPolicy(
        r -> r.fileSystemId(fileSystem).backupPolicy(policy -> policy.status(Status.DISABLED)));
    efs.updateFileSystem(r -> r.fileSystemId(fileSystem).throughputMode(ThroughputMode.BURSTING));
  }

  private static void open(String fileSystem, Clients clients) {
    EfsClient efs = clients.of(EfsClient.class, EfsClient::builder);
    String other =
        clients
            .of(Ec2Client.class, Ec2Client::builder)
            .describeSecurityGroups(r -> r.groupNames("default"))
            .securityGroups()
            .getFirst()
            .groupId();
    efs.describeMountTargets(r -> r.fileSystemId(fileSystem))
        .mountTargets()
        .forEach(
            target ->
                efs.modifyMountTargetSecurityGroups(
                    r -> r.mountTargetId(target.mountTargetId()).securityGroups(other)));
  }

  private static void spoil(String set, SesV2Client ses) {
    ses.putConfigurationSetDeliveryOptions(
        r -> r.configurationSetName(set).tlsPolicy(TlsPolicy.OPTIONAL));
    ses.putConfigurationSetSuppressionOptions(
        r -> r.configurationSetName(set).suppressedReasons(List.of()));
  }

  private static void spoil(String key, KmsClient kms) {
    kms.enableKey(r -> r.keyId(key));
    kms.updateKeyDescription(r -> r.keyId(key).description("mine"));
    String policy = kms.getKeyPolicy(r -> r.keyId(key).policyName("default")).policy();
    kms.putKeyPolicy(
        r -> r.keyId(key).policyName("default").policy(policy.replace("topics", "mine")));
    kms.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(7));
  }

  /** At another key of the same platform. */
  private static void point(ItemVerdict alias, KmsClient kms) {
    Map<String, String> tags =
        Map.of(
            ItemOwner.OWNER, alias.found().orElseThrow().tags().get(ItemOwner.OWNER),
            ItemOwner.ITEM, "other",
            ItemOwner.DELETION_POLICY, "Delete");
    List<Tag> all =
        tags.entrySet().stream()
            .map(tag -> Tag.builder().tagKey(tag.getKey()).tagValue(tag.getValue()).build())
            .toList();
    String other = kms.createKey(r -> r.tags(all)).keyMetadata().keyId();
    kms.updateAlias(r -> r.aliasName(alias.found().get().id()).targetKeyId(other));
  }

  private static String[] subnets(ItemVerdict group) {
    return group.found().orElseThrow().settings().get("subnetIds").asText().split(",");
  }

  /** Only a bucket with something in it has to be emptied. */
  private static void fill(EngineLife engine, Platform platform) {
    for (ItemVerdict bucket : engine.verdicts(platform)) {
      if (bucket.item().type().name().equals("s3.Bucket")) {
        engine
            .accounts
            .of("default", bucket.item().region())
            .of(S3Client.class, S3Client::builder)
            .putObject(
                r -> r.bucket(bucket.item().awsName()).key("a"), RequestBody.fromString("b"));
      }
    }
  }
}
