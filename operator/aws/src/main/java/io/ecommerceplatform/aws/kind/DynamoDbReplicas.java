package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.AwsKind.Update;
import io.ecommerceplatform.aws.kind.DynamoDbTable.Settings;
import io.ecommerceplatform.model.AwsTable;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The same table in other regions, which DynamoDB keeps alike; the table of home has them. */
final class DynamoDbReplicas {
  private DynamoDbReplicas() {}

  /** Null when nobody says anything about replicas, or wants none at all. */
  static List<String> wanted(AwsTable table) {
    String region = table.replicaRegion();
    return region == null || region.isEmpty() ? null : List.of(region);
  }

  /** Regions of those that are there or are made; what is on its way out is none. */
  static List<String> there(TableDescription table) {
    return others(table)
        .filter(replica -> replica.replicaStatus() != ReplicaStatus.DELETING)
        .map(ReplicaDescription::regionName)
        .sorted()
        .toList();
  }

  static List<String> of(FoundItem found) {
    return Json.typed(found.settings(), Settings.class).replicas();
  }

  private static Stream<ReplicaDescription> others(TableDescription table) {
    String home = table.tableArn().split(":")[3];
    return table.replicas().stream().filter(replica -> !replica.regionName().equals(home));
  }

  /** Empty when all of them work. */
  static Optional<ItemHealth> health(TableDescription table) {
    return others(table).map(DynamoDbReplicas::health).filter(Objects::nonNull).findFirst();
  }

  private static ItemHealth health(ReplicaDescription replica) {
    String where = "the replica in " + replica.regionName();
    return switch (replica.replicaStatus()) {
      case ACTIVE -> null;
      case CREATING -> new ItemHealth.Progressing(where + " is being made");
      case UPDATING -> new ItemHealth.Progressing(where + " is being changed");
      case DELETING -> new ItemHealth.Progressing(where + " is being deleted");
      default ->
          new ItemHealth.Failed(
              "DynamoDB says that %s is %s".formatted(where, replica.replicaStatusAsString()));
    };
  }

  /** True while the stream feeds replicas: it is switched off when they are gone. */
  static boolean needStream(Update<Settings> update) {
    return !update.settings().streamEnabled() && !of(update.found()).isEmpty();
  }

  /** One of them: the table is busy after that. */
  static void change(Update<Settings> update, DynamoDbClient dynamo) {
    Settings settings = update.settings();
    String name = update.found().awsName();
    List<String> there = of(update.found());
    if (update.changes("replicas")) {
      settings.replicas().stream()
          .filter(Predicate.not(there::contains))
          .findFirst()
          .ifPresent(
              region -> send(name, dynamo, change -> change.create(c -> c.regionName(region))));
    } else if (update.changes("replicated") && !settings.replicated()) {
      remove(name, there, dynamo);
    }
  }

  static void remove(String table, List<String> regions, DynamoDbClient dynamo) {
    regions.stream()
        .findFirst()
        .ifPresent(
            region -> send(table, dynamo, change -> change.delete(d -> d.regionName(region))));
  }

  private static void send(
      String table, DynamoDbClient dynamo, Consumer<ReplicationGroupUpdate.Builder> change) {
    ReplicationGroupUpdate update = ReplicationGroupUpdate.builder().applyMutation(change).build();
    dynamo.updateTable(request -> request.tableName(table).replicaUpdates(update));
  }
}
