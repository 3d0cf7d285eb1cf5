package io.ecommerceplatform.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** One row for each kind; those that share a file cost one platform. */
final class ContractRows {
  private static final List<ContractRow> ALL =
      List.of(
          new ContractRow(
              "acm.Certificate", "domain", "domain-changed", "RequestCertificate", false),
          new ContractRow(
              "acm.GlobalCertificate",
              "cdn-abroad",
              "cdn-abroad-changed",
              "RequestCertificate",
              false),
          new ContractRow("backup.Vault", "backup", "backup-changed", "CreateBackupVault", true),
          new ContractRow("backup.Plan", "backup", "backup-changed", "CreateBackupPlan", false),
          new ContractRow(
              "backup.Selection", "backup", "backup-changed", "CreateBackupSelection", false),
          new ContractRow("budgets.Budget", "budget", "budget-changed", "CreateBudget", false),
          new ContractRow(
              "cloudfront.OriginAccessControl",
              "cdn",
              "cdn-changed",
              "CreateOriginAccessControl",
              false),
          new ContractRow(
              "cloudfront.Distribution", "cdn", "cdn-changed", "CreateDistributionWithTags", false),
          new ContractRow("cognito.UserPool", "auth", "auth-changed", "CreateUserPool", false),
          new ContractRow(
              "cognito.UserPoolClient", "auth", "auth-changed", "CreateUserPoolClient", false),
          new ContractRow(
              "cognito.UserPoolDomain", "auth", "auth-changed", "CreateUserPoolDomain", false),
          new ContractRow("s3.BucketPolicy", "cdn", "cdn-changed", "PutBucketPolicy", false),
          new ContractRow(
              "s3.BucketReplication", "buckets", "buckets-changed", "PutBucketReplication", false),
          new ContractRow(
              "route53.Record", "domain", "domain-changed", "ChangeResourceRecordSets", true),
          new ContractRow(
              "ecr.Repository", "registry", "registry-changed", "CreateRepository", true),
          new ContractRow("efs.AccessPoint", "files", "files-changed", "CreateAccessPoint", false),
          new ContractRow("efs.FileSystem", "files", "files-changed", "CreateFileSystem", true),
          new ContractRow("efs.MountTargets", "files", "files-changed", "CreateMountTarget", false),
          new ContractRow(
              "elasticache.ParameterGroup",
              "caches",
              "caches-changed",
              "CreateCacheParameterGroup",
              true),
          new ContractRow(
              "elasticache.ReplicationGroup",
              "caches",
              "caches-changed",
              "CreateReplicationGroup",
              true),
          new ContractRow(
              "elasticache.SubnetGroup",
              "caches",
              "caches-changed",
              "CreateCacheSubnetGroup",
              true),
          new ContractRow(
              "docdb.Cluster", "documents", "documents-changed", "CreateDBCluster", true),
          new ContractRow(
              "docdb.ClusterParameterGroup",
              "documents",
              "documents-changed",
              "CreateDBClusterParameterGroup",
              true),
          new ContractRow(
              "docdb.Instance", "documents", "documents-changed", "CreateDBInstance", true),
          new ContractRow("iam.Role", "roles", "roles-changed", "CreateRole", false),
          new ContractRow("kinesis.Stream", "analytics", "analytics-changed", "CreateStream", true),
          new ContractRow(
              "firehose.DeliveryStream",
              "analytics",
              "analytics-changed",
              "CreateDeliveryStream",
              false),
          new ContractRow(
              "glue.Database", "analytics", "analytics-changed", "CreateDatabase", false),
          new ContractRow("glue.Table", "analytics", "analytics-changed", "CreateTable", false),
          new ContractRow(
              "athena.WorkGroup", "analytics", "analytics-changed", "CreateWorkGroup", false),
          new ContractRow("kms.Alias", "encryption", "encryption-changed", "CreateAlias", true),
          new ContractRow("kms.Key", "encryption", "encryption-changed", "CreateKey", false),
          new ContractRow("opensearch.Domain", "search", "search-changed", "CreateDomain", true),
          new ContractRow("s3.Bucket", "buckets", "buckets-changed", "CreateBucket", true),
          new ContractRow("dynamodb.Table", "tables", "tables-changed", "CreateTable", true),
          new ContractRow(
              "applicationautoscaling.ScalableTarget",
              "tables",
              "tables-changed",
              "RegisterScalableTarget",
              false),
          new ContractRow(
              "secretsmanager.Secret", "secrets", "secrets-changed", "CreateSecret", true),
          new ContractRow("sns.Topic", "messaging", "messaging-changed", "CreateTopic", true),
          new ContractRow("sqs.Queue", "messaging", "messaging-changed", "CreateQueue", true),
          new ContractRow("sns.Subscription", "messaging", "messaging-changed", "Subscribe", false),
          new ContractRow(
              "ec2.SecurityGroup", "aurora", "aurora-changed", "CreateSecurityGroup", true),
          new ContractRow(
              "rds.SubnetGroup", "aurora", "aurora-changed", "CreateDBSubnetGroup", true),
          new ContractRow(
              "rds.ClusterParameterGroup",
              "aurora",
              "aurora-changed",
              "CreateDBClusterParameterGroup",
              true),
          new ContractRow(
              "rds.ParameterGroup", "rds", "rds-changed", "CreateDBParameterGroup", true),
          new ContractRow("rds.Instance", "rds", "rds-changed", "CreateDBInstance.*", true),
          new ContractRow("rds.Cluster", "aurora", "aurora-changed", "CreateDBCluster", true),
          new ContractRow(
              "cloudwatch.Alarm", "telemetry", "telemetry-changed", "PutMetricAlarm", false),
          new ContractRow(
              "cloudwatch.Dashboard", "telemetry", "telemetry-changed", "PutDashboard", true),
          new ContractRow(
              "logs.LogGroup", "telemetry", "telemetry-changed", "CreateLogGroup", true),
          new ContractRow("xray.Group", "telemetry", "telemetry-changed", "CreateGroup", false),
          new ContractRow(
              "sesv2.EmailIdentity", "mail", "mail-changed", "CreateEmailIdentity", true),
          new ContractRow(
              "sesv2.ConfigurationSet", "mail", "mail-changed", "CreateConfigurationSet", false),
          new ContractRow("wafv2.WebAcl", "waf", "waf-changed", "CreateWebACL", true),
          new ContractRow("wafv2.CloudFrontWebAcl", "waf", "waf-changed", "CreateWebACL", true),
          new ContractRow(
              "rds.ClusterInstance", "aurora", "aurora-changed", "CreateDBInstance", true));

  private ContractRows() {}

  static List<ContractRow> all() {
    return ALL;
  }

  /** By their files, in the order of the list. */
  static List<ContractPlatform> platforms() {
    return ALL.stream()
        .collect(
            Collectors.groupingBy(ContractRow::before, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(ContractPlatform::of)
        .toList();
  }
}
