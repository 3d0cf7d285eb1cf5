package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.DynamoDbTable.Settings;
import io.ecommerceplatform.resource.ItemHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Reads one table, of which DynamoDB gives expiry, recovery and tags by calls of their own. */
final class DynamoDbReading {
  private DynamoDbReading() {}

  static Optional<Found<Settings>> read(DynamoDbClient dynamo, String name) {
    try {
      TableDescription table = dynamo.describeTable(request -> request.tableName(name)).table();
      return Optional.of(
          table.tableStatus() == TableStatus.DELETING
              ? found(table, TimeToLiveDescription.builder().build(), false, Map.of())
              : found(dynamo, table));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static Found<Settings> found(DynamoDbClient dynamo, TableDescription table) {
    String name = table.tableName();
    TimeToLiveDescription expiry =
        dynamo.describeTimeToLive(request -> request.tableName(name)).timeToLiveDescription();
    boolean recovers =
        dynamo
                .describeContinuousBackups(request -> request.tableName(name))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatus()
            == PointInTimeRecoveryStatus.ENABLED;
    return found(table, expiry, recovers, tags(dynamo, table.tableArn()));
  }

  /** DynamoDB gives ten at a time. */
  private static Map<String, String> tags(DynamoDbClient dynamo, String arn) {
    Map<String, String> tags = new HashMap<>();
    String next = null;
    do {
      String from = next;
      ListTagsOfResourceResponse page =
          dynamo.listTagsOfResource(request -> request.resourceArn(arn).nextToken(from));
      page.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
      next = page.nextToken();
    } while (next != null);
    return tags;
  }

  private static Found<Settings> found(
      TableDescription table,
      TimeToLiveDescription expiry,
      boolean recovers,
      Map<String, String> tags) {
    boolean onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    List<String> replicas = DynamoDbReplicas.there(table);
    Settings settings =
        new Settings(
            table.attributeDefinitions().stream()
                .collect(
                    Collectors.toMap(
                        AttributeDefinition::attributeName,
                        AttributeDefinition::attributeTypeAsString)),
            table.keySchema().stream()
                .collect(
                    Collectors.toMap(
                        KeySchemaElement::keyTypeAsString, KeySchemaElement::attributeName)),
            (onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED).toString(),
            onDemand ? null : table.provisionedThroughput().readCapacityUnits().intValue(),
            onDemand ? null : table.provisionedThroughput().writeCapacityUnits().intValue(),
            expires(expiry) ? expiry.attributeName() : "",
            recovers,
            table.streamSpecification() != null
                && Boolean.TRUE.equals(table.streamSpecification().streamEnabled()),
            replicas,
            !replicas.isEmpty(),
            Boolean.TRUE.equals(table.deletionProtectionEnabled()));
    return Found.of(
        table.tableName(),
        table.tableName(),
        settings,
        tags,
        health(table, expiry.timeToLiveStatus()),
        outputs(table));
  }

  private static boolean expires(TimeToLiveDescription expiry) {
    return expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED
        || expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
  }

  private static ItemHealth health(TableDescription table, TimeToLiveStatus expiry) {
    ItemHealth own = health(table.tableStatus(), expiry);
    return own instanceof ItemHealth.Ready ? DynamoDbReplicas.health(table).orElse(own) : own;
  }

  /** Switching expiry off takes up to an hour, and until then it cannot be switched on again. */
  private static ItemHealth health(TableStatus status, TimeToLiveStatus expiry) {
    return switch (status) {
      case ACTIVE ->
          expiry == TimeToLiveStatus.DISABLING
              ? new ItemHealth.Progressing("expiry is being switched off")
              : new ItemHealth.Ready();
      case CREATING -> new ItemHealth.Progressing("is being created");
      case UPDATING -> new ItemHealth.Progressing("is being changed");
      case DELETING -> new ItemHealth.Deleting();
      case INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
          new ItemHealth.Failed("DynamoDB says that it is " + status);
      default -> new ItemHealth.Progressing("DynamoDB says that it is " + status);
    };
  }

  /** It has a name for others as soon as it can be used. */
  private static Map<String, String> outputs(TableDescription table) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", table.tableArn());
    outputs.put("created", table.creationDateTime().toString());
    if (table.tableStatus() == TableStatus.ACTIVE || table.tableStatus() == TableStatus.UPDATING) {
      outputs.put("name", table.tableName());
    }
    if (table.latestStreamArn() != null) {
      outputs.put("streamArn", table.latestStreamArn());
    }
    return outputs;
  }
}
