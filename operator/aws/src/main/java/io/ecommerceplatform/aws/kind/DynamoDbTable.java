package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.KeyAttribute;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsTable;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** DynamoDB tables: keys, capacity, expiry, recovery to any second and the stream of changes. */
public final class DynamoDbTable implements AwsKind<DynamoDbTable.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsTable.TYPE, Identity.NAME, 255)
          .holdingData(DeletionPolicy.Retain)
          .takingSnapshots()
          .with("attributeDefinitions", FieldRule.REPLACE)
          .with("keySchema", FieldRule.REPLACE)
          .with("readCapacityUnits", FieldRule.AT_LEAST)
          .with("writeCapacityUnits", FieldRule.AT_LEAST)
          .with("replicas", FieldRule.AMONG)
          .with("timeToLiveAttribute", FieldRule.LATER)
          .with("pointInTimeRecoveryEnabled", FieldRule.LATER);

  private static final int LONGEST_BACKUP = 255;

  /**
   * Its fields, named as DynamoDB names them.
   *
   * @param attributeDefinitions types of the keys, by attribute
   * @param keySchema attributes of the keys, by {@code HASH} and {@code RANGE}
   * @param readCapacityUnits those at the start; auto scaling changes them
   * @param timeToLiveAttribute empty for none
   * @param replicas other regions that have the same table
   * @param replicated false where there should be no replica at all
   */
  public record Settings(
      Map<String, String> attributeDefinitions,
      Map<String, String> keySchema,
      String billingMode,
      Integer readCapacityUnits,
      Integer writeCapacityUnits,
      String timeToLiveAttribute,
      Boolean pointInTimeRecoveryEnabled,
      Boolean streamEnabled,
      List<String> replicas,
      Boolean replicated,
      Boolean deletionProtectionEnabled) {}

  static Reference name(Aws aws, String table) {
    return Reference.to(TYPE, aws.region(), table, "name");
  }

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "dynamodb:ListTables",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:ListTagsOfResource",
        "dynamodb:CreateTable",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:TagResource",
        "dynamodb:ListBackups",
        "dynamodb:CreateBackup",
        "dynamodb:DeleteTable",
        // a replica is made and filled in the name of who asks for it
        "dynamodb:CreateTableReplica",
        "dynamodb:Scan",
        "dynamodb:Query",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteTableReplica",
        "iam:CreateServiceLinkedRole");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.tables().stream()
        .map(
            table ->
                Wish.of(table.name(), table.path(), table.awsName(), settings(table))
                    .withPolicy(table.deletionPolicy()))
        .toList();
  }

  private static Settings settings(AwsTable table) {
    Map<String, String> types = new TreeMap<>();
    Map<String, String> keys = new TreeMap<>();
    key("HASH", table.partitionKey(), types, keys);
    table.sortKey().ifPresent(key -> key("RANGE", key, types, keys));
    Optional<Integer> units = table.capacity().map(AwsTable.Capacity::min);
    return new Settings(
        types,
        keys,
        (units.isPresent() ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST).toString(),
        units.orElse(null),
        units.orElse(null),
        table.ttlAttribute(),
        table.pointInTimeRecovery(),
        table.streams(),
        DynamoDbReplicas.wanted(table),
        "".equals(table.replicaRegion()) ? false : null,
        table.deletionProtection());
  }

  private static void key(
      String role, KeyAttribute key, Map<String, String> types, Map<String, String> keys) {
    types.put(key.name(), key.type().name());
    keys.put(role, key.name());
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    DynamoDbClient dynamo = client(clients);
    return dynamo.listTablesPaginator().tableNames().stream()
        .filter(interest::has)
        .flatMap(name -> DynamoDbReading.read(dynamo, name).stream())
        .toList();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createTable(
            request ->
                request
                    .tableName(creation.awsName())
                    .attributeDefinitions(
                        settings.attributeDefinitions().entrySet().stream()
                            .map(
                                one ->
                                    AttributeDefinition.builder()
                                        .attributeName(one.getKey())
                                        .attributeType(one.getValue())
                                        .build())
                            .toList())
                    .keySchema(
                        new TreeMap<>(settings.keySchema())
                            .entrySet().stream()
                                .map(
                                    one ->
                                        KeySchemaElement.builder()
                                            .keyType(one.getKey())
                                            .attributeName(one.getValue())
                                            .build())
                                .toList())
                    .billingMode(settings.billingMode())
                    .provisionedThroughput(throughput(settings))
                    .streamSpecification(settings.streamEnabled() ? stream(true) : null)
                    .deletionProtectionEnabled(settings.deletionProtectionEnabled())
                    .tags(tags(creation.tags())));
  }

  private static ProvisionedThroughput throughput(Settings settings) {
    return settings.readCapacityUnits() == null
        ? null
        : ProvisionedThroughput.builder()
            .readCapacityUnits(settings.readCapacityUnits().longValue())
            .writeCapacityUnits(settings.writeCapacityUnits().longValue())
            .build();
  }

  private static StreamSpecification stream(boolean enabled) {
    return StreamSpecification.builder()
        .streamEnabled(enabled)
        .streamViewType(enabled ? StreamViewType.NEW_AND_OLD_IMAGES : null)
        .build();
  }

  /** The table itself last, as it is busy after that. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    DynamoDbClient dynamo = client(clients);
    String name = update.found().awsName();
    if (update.changes("timeToLiveAttribute")) {
      expiry(update, dynamo);
    }
    if (update.changes("pointInTimeRecoveryEnabled")) {
      boolean wanted = update.settings().pointInTimeRecoveryEnabled();
      dynamo.updateContinuousBackups(
          request ->
              request
                  .tableName(name)
                  .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(wanted)));
    }
    boolean capacity = update.changes("billingMode", "readCapacityUnits", "writeCapacityUnits");
    boolean stream = update.changes("streamEnabled") && !DynamoDbReplicas.needStream(update);
    if (capacity || stream || update.changes("deletionProtectionEnabled")) {
      dynamo.updateTable(request -> table(update, capacity, stream, request));
    } else {
      DynamoDbReplicas.change(update, dynamo);
    }
  }

  /** DynamoDB takes a change of capacity, of the stream or of replicas; the others follow. */
  private static void table(
      Update<Settings> update,
      boolean capacity,
      boolean stream,
      UpdateTableRequest.Builder request) {
    Settings settings = update.settings();
    request.tableName(update.found().awsName());
    if (update.changes("deletionProtectionEnabled")) {
      request.deletionProtectionEnabled(settings.deletionProtectionEnabled());
    }
    if (capacity) {
      request.billingMode(settings.billingMode()).provisionedThroughput(throughput(settings));
    } else if (stream) {
      request.streamSpecification(stream(settings.streamEnabled()));
    }
  }

  /** What it expires by is switched off first; another one is switched on when that is done. */
  private static void expiry(Update<Settings> update, DynamoDbClient dynamo) {
    String there = Json.typed(update.found().settings(), Settings.class).timeToLiveAttribute();
    boolean on = there.isEmpty();
    String attribute = on ? update.settings().timeToLiveAttribute() : there;
    dynamo.updateTimeToLive(
        request ->
            request
                .tableName(update.found().awsName())
                .timeToLiveSpecification(ttl -> ttl.enabled(on).attributeName(attribute)));
  }

  /** A backup that is there already was made by a call whose answer was lost. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    DynamoDbClient dynamo = client(clients);
    String name = found.awsName();
    String backup = backup(found);
    boolean isTaken =
        dynamo.listBackups(request -> request.tableName(name)).backupSummaries().stream()
            .anyMatch(one -> one.backupName().equals(backup));
    if (snapshotFirst && !isTaken) {
      dynamo.createBackup(request -> request.tableName(name).backupName(backup));
    }
    List<String> replicas = DynamoDbReplicas.of(found);
    if (replicas.isEmpty()) {
      dynamo.deleteTable(request -> request.tableName(name));
    } else {
      // without this table they would live on by themselves, and nobody's
      DynamoDbReplicas.remove(name, replicas, dynamo);
    }
  }

  /** The same for the same table, and never that of an earlier one of its name. */
  private static String backup(FoundItem found) {
    String end = "-final-" + Json.hash(found.outputs().get("created")).substring(0, 8);
    int room = LONGEST_BACKUP - end.length();
    return found.awsName().substring(0, Math.min(room, found.awsName().length())) + end;
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients)
        .tagResource(request -> request.resourceArn(found.outputs().get("arn")).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static DynamoDbClient client(Clients clients) {
    return clients.of(DynamoDbClient.class, DynamoDbClient::builder);
  }
}
