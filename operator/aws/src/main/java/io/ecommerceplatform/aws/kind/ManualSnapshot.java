package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.AwsCache;
import io.ecommerceplatform.model.AwsCluster;
import io.ecommerceplatform.model.AwsInstance;
import io.ecommerceplatform.model.AwsTable;
import io.ecommerceplatform.resource.FoundItem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/**
 * A snapshot of one store that somebody takes by hand.
 *
 * @param store what it is of
 * @param name what it is called; the name of no other one
 */
public record ManualSnapshot(FoundItem store, String name) {

  /** What is in a replica is in its source. */
  public static boolean isPossible(FoundItem store) {
    return store.type().takesSnapshots()
        && !store.settings().hasNonNull("sourceDBInstanceIdentifier");
  }

  public void take(Map<String, String> tags, Clients clients) {
    switch (store.type().name()) {
      case AwsInstance.TYPE ->
          Rds.client(clients)
              .createDBSnapshot(
                  r ->
                      r.dbInstanceIdentifier(store.awsName())
                          .dbSnapshotIdentifier(name)
                          .tags(Rds.tags(tags)));
      case AwsCluster.TYPE, AwsCluster.DOCUMENT_TYPE ->
          Rds.client(clients)
              .createDBClusterSnapshot(
                  r ->
                      r.dbClusterIdentifier(store.awsName())
                          .dbClusterSnapshotIdentifier(name)
                          .tags(Rds.tags(tags)));
      case AwsCache.TYPE ->
          ElastiCache.client(clients)
              .createSnapshot(
                  r ->
                      r.replicationGroupId(store.awsName())
                          .snapshotName(name)
                          .tags(ElastiCache.tags(tags)));
      case AwsTable.TYPE ->
          dynamo(clients).createBackup(r -> r.tableName(store.awsName()).backupName(name));
      default -> throw new IllegalArgumentException(store.type().name() + " takes no snapshots");
    }
  }

  /** How it is in AWS's own word in small letters; empty when it is not there. */
  public Optional<String> state(Clients clients) {
    Stream<String> states =
        switch (store.type().name()) {
          case AwsInstance.TYPE ->
              Rds.client(clients)
                  .describeDBSnapshots(r -> r.dbSnapshotIdentifier(name))
                  .dbSnapshots()
                  .stream()
                  .map(DBSnapshot::status);
          case AwsCluster.TYPE, AwsCluster.DOCUMENT_TYPE ->
              Rds.client(clients)
                  .describeDBClusterSnapshots(r -> r.dbClusterSnapshotIdentifier(name))
                  .dbClusterSnapshots()
                  .stream()
                  .map(DBClusterSnapshot::status);
          case AwsCache.TYPE ->
              ElastiCache.client(clients)
                  .describeSnapshots(r -> r.snapshotName(name))
                  .snapshots()
                  .stream()
                  .map(snapshot -> snapshot.snapshotStatus());
          default -> backups(dynamo(clients));
        };
    return states.findFirst().map(word -> word.toLowerCase(Locale.ROOT));
  }

  private Stream<String> backups(DynamoDbClient dynamo) {
    return dynamo.listBackups(r -> r.tableName(store.awsName())).backupSummaries().stream()
        .filter(backup -> backup.backupName().equals(name))
        .map(BackupSummary::backupStatusAsString);
  }

  private static DynamoDbClient dynamo(Clients clients) {
    return clients.of(DynamoDbClient.class, DynamoDbClient::builder);
  }
}
