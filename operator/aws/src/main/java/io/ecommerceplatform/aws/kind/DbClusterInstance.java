package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCluster;
import io.ecommerceplatform.model.AwsDatabase;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/** The servers of clusters of Aurora and DocumentDB: one writes, the others read and take over. */
public final class DbClusterInstance implements AwsKind<DbClusterInstance.Settings> {
  public static final ItemType TYPE = type("rds.ClusterInstance");
  public static final ItemType DOCUMENT_TYPE = type("docdb.Instance");

  private final ItemType type;
  private final ItemType clusters;

  /** Those of one of the two types of clusters. */
  public DbClusterInstance(ItemType type) {
    this.type = type;
    this.clusters = type.equals(DOCUMENT_TYPE) ? DbCluster.DOCUMENT_TYPE : DbCluster.TYPE;
  }

  private static ItemType type(String name) {
    return ItemType.of(name, Identity.NAME, 63)
        .with("dbClusterIdentifier", FieldRule.REPLACE)
        .with("engine", FieldRule.REPLACE)
        .with("applyImmediately", FieldRule.HOW);
  }

  /** Its fields. */
  public record Settings(
      String dbClusterIdentifier,
      String engine,
      String dbInstanceClass,
      String preferredMaintenanceWindow,
      Boolean enablePerformanceInsights,
      Boolean publiclyAccessible,
      Boolean applyImmediately) {}

  @Override
  public ItemType type() {
    return type;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "rds:DescribeDBInstances",
        "rds:CreateDBInstance",
        "rds:ModifyDBInstance",
        "rds:AddTagsToResource",
        "rds:DeleteDBInstance");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return DbCluster.of(clusters, aws).stream().flatMap(cluster -> wishes(cluster, aws)).toList();
  }

  /** A server of DocumentDB has no address outside of the VPC, and nothing that says so. */
  private Stream<Wish<Settings>> wishes(AwsCluster cluster, Aws aws) {
    AwsDatabase database = cluster.database();
    Settings settings =
        new Settings(
            Reference.to(clusters, aws.region(), database.name(), "name").text(),
            database.engine(),
            database.instanceClass(),
            Rds.orNull(database.maintenanceWindow()),
            database.performanceInsights(),
            type.equals(DOCUMENT_TYPE) ? null : false,
            database.applyImmediately());
    return IntStream.range(0, cluster.instances())
        .mapToObj(
            i -> {
              String set = database.awsName().isEmpty() ? "" : database.awsName() + "-" + i;
              return Wish.of(cluster.instance(i), database.path(), set, settings)
                  .withPolicy(database.policyBeside());
            });
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Rds.client(clients).describeDBInstancesPaginator(request -> {}).dbInstances().stream()
        .filter(instance -> instance.dbClusterIdentifier() != null)
        .filter(instance -> DbCluster.isOf(clusters, instance.engine()))
        .map(DbClusterInstance::found)
        .toList();
  }

  private static Found<Settings> found(DBInstance instance) {
    PendingModifiedValues pending = instance.pendingModifiedValues();
    String next = pending == null ? null : pending.dbInstanceClass();
    Settings settings =
        new Settings(
            instance.dbClusterIdentifier(),
            instance.engine(),
            next == null ? instance.dbInstanceClass() : next,
            instance.preferredMaintenanceWindow(),
            Boolean.TRUE.equals(instance.performanceInsightsEnabled()),
            instance.publiclyAccessible(),
            null);
    return Found.of(
        instance.dbInstanceIdentifier(),
        instance.dbInstanceArn(),
        settings,
        Rds.map(instance.tagList()),
        Rds.health(
            instance.dbInstanceStatus(), next != null, instance.preferredMaintenanceWindow()),
        Map.of("arn", instance.dbInstanceArn(), "name", instance.dbInstanceIdentifier()));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    Rds.client(clients)
        .createDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(creation.awsName())
                    .dbClusterIdentifier(settings.dbClusterIdentifier())
                    .engine(settings.engine())
                    .dbInstanceClass(settings.dbInstanceClass())
                    .preferredMaintenanceWindow(settings.preferredMaintenanceWindow())
                    .enablePerformanceInsights(settings.enablePerformanceInsights())
                    .publiclyAccessible(settings.publiclyAccessible())
                    .tags(Rds.tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    Rds.client(clients)
        .modifyDBInstance(
            request -> {
              request
                  .dbInstanceIdentifier(update.found().awsName())
                  .applyImmediately(settings.applyImmediately());
              if (update.changes("dbInstanceClass")) {
                request.dbInstanceClass(settings.dbInstanceClass());
              }
              if (update.changes("preferredMaintenanceWindow")) {
                request.preferredMaintenanceWindow(settings.preferredMaintenanceWindow());
              }
              if (update.changes("enablePerformanceInsights")) {
                request.enablePerformanceInsights(settings.enablePerformanceInsights());
              }
              if (update.changes("publiclyAccessible")) {
                request.publiclyAccessible(settings.publiclyAccessible());
              }
            });
  }

  /** The data is the cluster's, so an instance needs no snapshot. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Rds.client(clients)
        .deleteDBInstance(
            request -> request.dbInstanceIdentifier(found.awsName()).skipFinalSnapshot(true));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
