package io.ecommerceplatform.catalogue;

import java.util.List;

/** One column of the table of profiles; quantities are Kubernetes quantities. */
public record ProfileDefaults(
    Implied implied,
    Messaging messaging,
    Database database,
    Table table,
    Cache cache,
    Search search,
    Kafka kafka,
    Services services,
    Secrets secrets,
    Encryption encryption,
    Edge edge,
    Logs logs,
    Deletion deletion) {

  /** Stores of a platform that lists none of that kind. */
  public record Implied(
      ImpliedDatabase database,
      ImpliedCache cache,
      ImpliedSearch search,
      ImpliedKafka kafka,
      List<String> tables) {
    public Implied {
      tables = List.copyOf(tables);
    }
  }

  /**
   * The implied databases.
   *
   * @param perService one per service that needs it, called {@code <service>-<name>}
   */
  public record ImpliedDatabase(String name, boolean perService, String engine, String placement) {}

  public record ImpliedCache(String name, String placement) {}

  public record ImpliedSearch(String placement) {}

  public record ImpliedKafka(String provider) {}

  public record Messaging(String transport) {}

  /** Tables. */
  public record Table(boolean pointInTimeRecovery, boolean deletionProtection) {}

  /**
   * Databases.
   *
   * @param instanceClass of a managed one
   * @param replicaSetMembers members of a MongoDB in the cluster
   */
  public record Database(
      String storage,
      boolean multiAz,
      boolean encrypted,
      int backupRetentionDays,
      boolean deletionProtection,
      boolean performanceInsights,
      String instanceClass,
      int replicaSetMembers) {}

  /**
   * Caches.
   *
   * @param replicas copies of each shard beside its primary
   * @param encrypted at rest and on the way, in AWS
   * @param nodeType of a managed one
   */
  public record Cache(
      int shards,
      int replicas,
      boolean multiAz,
      boolean encrypted,
      String nodeType,
      String storage,
      int snapshotRetentionDays) {}

  /**
   * Search.
   *
   * @param mmap false lets a node run with the kernel's default limit of memory maps
   * @param instanceType of a node in AWS
   * @param masters nodes in AWS that only lead the others
   */
  public record Search(
      int nodes,
      String storage,
      boolean mmap,
      boolean multiAz,
      String instanceType,
      int masters,
      String masterType) {}

  public record Kafka(int brokers, String storage) {}

  /**
   * Services.
   *
   * @param memoryPercent utilisation that scales out, or null for no memory metric
   * @param zoneSpread Preferred or Required
   * @param migrations Startup or Job
   */
  public record Services(
      int minReplicas,
      int maxReplicas,
      int cpuPercent,
      Integer memoryPercent,
      DisruptionBudget disruptionBudget,
      String zoneSpread,
      String migrations) {}

  /** No budget below {@code fromReplicas}: it would only keep nodes from draining. */
  public record DisruptionBudget(int fromReplicas, int maxUnavailable) {}

  /**
   * Secrets.
   *
   * @param rotationDays 0 for no rotation
   */
  public record Secrets(String store, int rotationDays) {}

  public record Encryption(boolean kms) {}

  public record Edge(boolean cdn, boolean waf, String minimumTls, boolean accessLogs) {}

  public record Logs(int retentionDays) {}

  /** Deletion policies by where an item lives. */
  public record Deletion(String inCluster, String managed, String volumes) {}
}
