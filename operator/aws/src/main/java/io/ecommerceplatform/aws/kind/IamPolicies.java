package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.model.AwsGrant;
import io.ecommerceplatform.model.AwsMail;
import io.ecommerceplatform.model.AwsQueue;
import io.ecommerceplatform.model.AwsRole;
import io.ecommerceplatform.model.AwsStream;
import io.ecommerceplatform.model.AwsTable;
import io.ecommerceplatform.model.AwsTelemetry;
import io.ecommerceplatform.model.AwsTopic;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of a role: who may take it, and what it may do. */
final class IamPolicies {
  private static final String AUDIENCE = "sts.amazonaws.com";

  /** What pods do with items of each type. */
  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          AwsTopic.TYPE,
          List.of("sns:Publish"),
          AwsQueue.TYPE,
          List.of(
              "sqs:ReceiveMessage",
              "sqs:DeleteMessage",
              "sqs:ChangeMessageVisibility",
              "sqs:GetQueueAttributes",
              "sqs:GetQueueUrl"),
          AwsTable.TYPE,
          List.of(
              "dynamodb:DescribeTable",
              "dynamodb:GetItem",
              "dynamodb:BatchGetItem",
              "dynamodb:Query",
              "dynamodb:Scan",
              "dynamodb:ConditionCheckItem",
              "dynamodb:PutItem",
              "dynamodb:UpdateItem",
              "dynamodb:DeleteItem",
              "dynamodb:BatchWriteItem"),
          AwsStream.TYPE,
          List.of("kinesis:PutRecord", "kinesis:PutRecords"),
          AwsBucket.TYPE,
          List.of("s3:ListBucket", "s3:GetBucketLocation"),
          AwsTelemetry.TRACES_TYPE,
          List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"));

  private static final List<String> OF_OBJECTS =
      List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");

  private static final Set<String> KEYLESS = Set.of(AwsTelemetry.TRACES_TYPE, AwsMail.TYPE);

  private static final List<String> BACKUP =
      List.of(
          "service-role/AWSBackupServiceRolePolicyForBackup",
          "service-role/AWSBackupServiceRolePolicyForRestores");

  private static final List<String> FROM_STREAM =
      List.of(
          "kinesis:DescribeStream",
          "kinesis:GetShardIterator",
          "kinesis:GetRecords",
          "kinesis:ListShards");

  private static final List<String> INTO_BUCKET =
      List.of(
          "s3:AbortMultipartUpload",
          "s3:GetBucketLocation",
          "s3:GetObject",
          "s3:ListBucket",
          "s3:ListBucketMultipartUploads",
          "s3:PutObject");

  private static final List<String> OF_COLUMNS =
      List.of("glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions");

  private IamPolicies() {}

  /** Only pods with the ServiceAccount of the service, in its namespace. */
  static String trust(AwsRole role, String namespace) {
    String issuer = role.podRoles().issuer();
    return document(
        List.of(
            Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Federated", role.podRoles().oidcProviderArn()),
                "Action",
                "sts:AssumeRoleWithWebIdentity",
                "Condition",
                Map.of(
                    "StringEquals",
                    Map.of(
                        issuer + ":sub",
                        "system:serviceaccount:%s:%s".formatted(namespace, role.name()),
                        issuer + ":aud",
                        AUDIENCE)))));
  }

  /** Only a service of AWS. */
  static String trust(String service) {
    return document(
        List.of(
            Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Service", service),
                "Action",
                "sts:AssumeRole")));
  }

  /** The policies that AWS keeps for its Backup. */
  static List<String> ofBackup(String region) {
    return BACKUP.stream()
        .map(name -> "arn:%s:iam::aws:policy/%s".formatted(Partition.of(region), name))
        .toList();
  }

  /** From the stream, by the columns that Glue knows, into the bucket. */
  static String ofDelivery(String bucket, Aws aws) {
    String stream = arn(AwsStream.TYPE, AwsStream.NAME, aws);
    String lake = arn(AwsBucket.TYPE, bucket, aws);
    List<Map<String, Object>> statements = new ArrayList<>();
    statements.add(allow(FROM_STREAM, stream));
    statements.add(allow(INTO_BUCKET, lake));
    statements.add(allow(INTO_BUCKET, lake + "/*"));
    statements.add(
        Map.of("Effect", "Allow", "Action", OF_COLUMNS, "Resource", List.copyOf(columns(aws))));
    String key = KmsKey.arn(aws);
    if (key != null) {
      statements.add(allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key));
    }
    return document(statements);
  }

  /** Glue asks for the right to everything around a table. */
  private static List<String> columns(Aws aws) {
    String region = aws.region();
    String base =
        "arn:%s:glue:%s:%s:"
            .formatted(Partition.of(region), region, Reference.accountId(region).text());
    String database = Reference.to(GlueDatabase.TYPE, region, AwsStream.NAME, "name").text();
    return List.of(
        base + "catalog",
        base + "database/" + database,
        base + "table/%s/%s".formatted(database, GlueTable.CLICKS));
  }

  private static String arn(String type, String name, Aws aws) {
    return new Reference(new ObjectRef(ObjectRef.AWS, type, aws.region(), name), "arn").text();
  }

  static boolean isOfAws(String arn) {
    return BACKUP.stream().anyMatch(name -> arn.endsWith(":iam::aws:policy/" + name));
  }

  static String uses(AwsRole role, Aws aws) {
    List<Map<String, Object>> statements = new ArrayList<>();
    role.grants().forEach(grant -> statements.addAll(statements(grant, aws)));
    String key = KmsKey.arn(aws);
    if (key != null && !isWithoutKey(role)) {
      statements.add(allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key));
    }
    return document(statements);
  }

  /** What no key of ours guards: traces, which no ARN names either, and mail. */
  private static boolean isWithoutKey(AwsRole role) {
    return role.grants().stream().map(AwsGrant::type).allMatch(KEYLESS::contains);
  }

  private static List<Map<String, Object>> statements(AwsGrant grant, Aws aws) {
    if (grant.type().equals(AwsTelemetry.TRACES_TYPE)) {
      return List.of(allow(ACTIONS.get(grant.type()), "*"));
    }
    if (grant.type().equals(AwsMail.TYPE)) {
      return aws.mail().map(mail -> sending(mail, aws)).stream().toList();
    }
    String arn = arn(grant.type(), grant.name(), aws);
    List<Map<String, Object>> statements = new ArrayList<>();
    statements.add(allow(ACTIONS.get(grant.type()), arn));
    if (grant.type().equals(AwsBucket.TYPE)) {
      statements.add(allow(OF_OBJECTS, arn + "/*"));
    }
    return statements;
  }

  /** Mail of the domain, in the way that its configuration set says. */
  private static Map<String, Object> sending(AwsMail mail, Aws aws) {
    String account = Reference.accountId(aws.region()).text();
    String set = "configuration-set/" + SesConfigurationSet.name(aws).text();
    return Map.of(
        "Effect",
        "Allow",
        "Action",
        List.of("ses:SendEmail", "ses:SendRawEmail"),
        "Resource",
        List.of(
            SesConfigurationSet.arn(aws.region(), account, "identity/" + mail.domain()),
            SesConfigurationSet.arn(aws.region(), account, set)));
  }

  static Map<String, Object> allow(List<String> actions, String resource) {
    return Map.of("Effect", "Allow", "Action", actions, "Resource", resource);
  }

  static String document(List<Map<String, Object>> statements) {
    return Json.text(Json.tree(Map.of("Version", "2012-10-17", "Statement", statements)));
  }
}
