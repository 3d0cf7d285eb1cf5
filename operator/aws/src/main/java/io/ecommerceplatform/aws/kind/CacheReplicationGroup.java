package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCache;
import io.ecommerceplatform.model.AwsRestore;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Replication groups of ElastiCache: the nodes of one cache and its address. */
public final class CacheReplicationGroup implements AwsKind<CacheReplicationGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsCache.TYPE, Identity.NAME, 40)
          .holdingData(DeletionPolicy.Snapshot)
          .takingSnapshots()
          .with("replicationGroupDescription", FieldRule.HOW)
          .with("engine", FieldRule.REPLACE)
          .with("engineVersion", FieldRule.PREFIX)
          .with("clusterEnabled", FieldRule.REPLACE)
          .with("transitEncryptionEnabled", FieldRule.REPLACE)
          .with("authToken", FieldRule.SECRET)
          .with("restoredFrom", FieldRule.ORIGIN)
          .with("atRestEncryptionEnabled", FieldRule.REPLACE)
          .with("kmsKeyId", FieldRule.REPLACE)
          .with("port", FieldRule.REPLACE)
          .with("cacheSubnetGroupName", FieldRule.REPLACE)
          .with("applyImmediately", FieldRule.HOW);

  /** Its fields, named as ElastiCache names them. */
  public record Settings(
      String replicationGroupDescription,
      String engine,
      String engineVersion,
      String cacheNodeType,
      Integer numNodeGroups,
      Integer replicasPerNodeGroup,
      Boolean clusterEnabled,
      Boolean automaticFailoverEnabled,
      Boolean multiAZEnabled,
      Boolean transitEncryptionEnabled,
      String authToken,
      String restoredFrom,
      Boolean atRestEncryptionEnabled,
      String kmsKeyId,
      Integer port,
      String cacheSubnetGroupName,
      String cacheParameterGroupName,
      String securityGroupIds,
      Integer snapshotRetentionLimit,
      String snapshotWindow,
      String preferredMaintenanceWindow,
      Boolean autoMinorVersionUpgrade,
      Boolean applyImmediately) {}

  /** Each node: {@code -001}, and with shards {@code -0001-001}. */
  @Override
  public List<String> measured(Settings settings) {
    return IntStream.rangeClosed(1, settings.numNodeGroups())
        .mapToObj(shard -> settings.clusterEnabled() ? "-%04d".formatted(shard) : "")
        .flatMap(
            shard ->
                IntStream.rangeClosed(1, 1 + settings.replicasPerNodeGroup())
                    .mapToObj(node -> shard + "-%03d".formatted(node)))
        .toList();
  }

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  /** The first group of an account needs the role that ElastiCache has in it. */
  @Override
  public Set<String> actions() {
    return Set.of(
        "elasticache:DescribeReplicationGroups",
        "elasticache:DescribeCacheClusters",
        "elasticache:ListTagsForResource",
        "tag:GetResources",
        "elasticache:CreateReplicationGroup",
        "iam:CreateServiceLinkedRole",
        "elasticache:ModifyReplicationGroup",
        "elasticache:IncreaseReplicaCount",
        "elasticache:DecreaseReplicaCount",
        "elasticache:ModifyReplicationGroupShardConfiguration",
        "elasticache:AddTagsToResource",
        "elasticache:DescribeSnapshots",
        "elasticache:DeleteReplicationGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.caches().stream().map(cache -> wish(cache, aws)).toList();
  }

  private static Wish<Settings> wish(AwsCache cache, Aws aws) {
    Map<String, String> tags =
        cache.finalSnapshot().isEmpty()
            ? Map.of()
            : Map.of(FinalSnapshot.TAG, cache.finalSnapshot());
    return Wish.of(cache.name(), cache.path(), cache.awsName(), settings(cache, aws))
        .withPolicy(cache.deletionPolicy())
        .tagged(tags);
  }

  private static Settings settings(AwsCache cache, Aws aws) {
    return new Settings(
        "Cache " + cache.name(),
        "redis",
        Rds.orNull(cache.version()),
        cache.nodeType(),
        cache.shards(),
        cache.replicas(),
        cache.clusterMode(),
        // with shards nobody can switch it off
        cache.clusterMode() ? null : cache.automaticFailover(),
        cache.multiAz(),
        cache.transitEncryption(),
        cache.authSecret().map(s -> new SecretReference(s, "password").text()).orElse(null),
        Restored.text(cache.restore()),
        cache.atRestEncryption(),
        cache.atRestEncryption() ? KmsKey.arn(aws) : null,
        cache.port(),
        CacheSubnetGroup.name(aws, cache.name()).text(),
        cache.parameters().isEmpty()
            ? Rds.orNull(cache.usedParameterGroup())
            : CacheParameterGroup.name(aws, cache).text(),
        Ec2SecurityGroup.id(aws, cache.name()).text(),
        cache.snapshotRetentionDays(),
        Rds.orNull(cache.snapshotWindow()),
        Rds.orNull(cache.maintenanceWindow()),
        // with the minor version in the resource AWS must not choose another one
        !cache.version().contains("."),
        cache.applyImmediately());
  }

  @Override
  public boolean isReadInBulk() {
    return false; // their tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return new CacheReading(clients).found();
  }

  @Override
  public Optional<Obstacle> obstacle(Creation<Settings> creation, Clients clients) {
    String from = creation.settings().restoredFrom();
    return from == null
        ? Optional.empty()
        : new CacheOrigin(AwsRestore.parsed(from), clients).obstacle();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    ElastiCache.client(clients).createReplicationGroup(request -> fields(creation, request));
  }

  private static void fields(
      Creation<Settings> creation, CreateReplicationGroupRequest.Builder request) {
    Settings settings = creation.settings();
    request
        .replicationGroupId(creation.awsName())
        .replicationGroupDescription(settings.replicationGroupDescription())
        .engine(settings.engine())
        .engineVersion(settings.engineVersion())
        .cacheNodeType(settings.cacheNodeType())
        .numNodeGroups(settings.numNodeGroups())
        .replicasPerNodeGroup(settings.replicasPerNodeGroup())
        // older versions know the mode by their parameter group only
        .clusterMode(settings.clusterEnabled() ? ClusterMode.ENABLED : null)
        .automaticFailoverEnabled(settings.clusterEnabled() || settings.automaticFailoverEnabled())
        .multiAZEnabled(settings.multiAZEnabled())
        .transitEncryptionEnabled(settings.transitEncryptionEnabled())
        .authToken(settings.authToken())
        .atRestEncryptionEnabled(settings.atRestEncryptionEnabled())
        .kmsKeyId(settings.kmsKeyId())
        .port(settings.port())
        .cacheSubnetGroupName(settings.cacheSubnetGroupName())
        .cacheParameterGroupName(settings.cacheParameterGroupName())
        .securityGroupIds(settings.securityGroupIds().split(","))
        .snapshotRetentionLimit(settings.snapshotRetentionLimit())
        .snapshotWindow(settings.snapshotWindow())
        .preferredMaintenanceWindow(settings.preferredMaintenanceWindow())
        .autoMinorVersionUpgrade(settings.autoMinorVersionUpgrade())
        .tags(ElastiCache.tags(creation.tags()));
    if (settings.restoredFrom() != null) {
      request
          .snapshotName(AwsRestore.parsed(settings.restoredFrom()).value())
          .tags(ElastiCache.tags(Restored.tags(creation.tags(), settings.restoredFrom())));
    }
  }

  /**
   * A group takes one call at a time: what it refuses as busy comes with the next pass. More nodes
   * come first, as failover needs them, and fewer last.
   */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    CacheSize size = new CacheSize(update, cache);
    Set<String> others = new TreeSet<>(update.changed());
    others.removeAll(Set.of("numNodeGroups", "replicasPerNodeGroup"));
    size.grow();
    if (!others.isEmpty()) {
      cache.modifyReplicationGroup(request -> changes(update, request, cache));
    }
    size.shrink();
  }

  private static void changes(
      Update<Settings> update,
      ModifyReplicationGroupRequest.Builder request,
      ElastiCacheClient cache) {
    Settings settings = update.settings();
    request
        .replicationGroupId(update.found().awsName())
        .applyImmediately(settings.applyImmediately())
        .engineVersion(update.changed("engineVersion", settings.engineVersion()))
        .cacheNodeType(update.changed("cacheNodeType", settings.cacheNodeType()))
        .automaticFailoverEnabled(
            update.changed("automaticFailoverEnabled", settings.automaticFailoverEnabled()))
        .multiAZEnabled(update.changed("multiAZEnabled", settings.multiAZEnabled()))
        .cacheParameterGroupName(
            update.changed("cacheParameterGroupName", settings.cacheParameterGroupName()))
        .snapshotWindow(update.changed("snapshotWindow", settings.snapshotWindow()))
        .preferredMaintenanceWindow(
            update.changed("preferredMaintenanceWindow", settings.preferredMaintenanceWindow()))
        .autoMinorVersionUpgrade(
            update.changed("autoMinorVersionUpgrade", settings.autoMinorVersionUpgrade()));
    if (update.changes("securityGroupIds")) {
      request.securityGroupIds(settings.securityGroupIds().split(","));
    }
    if (update.changes("snapshotRetentionLimit")) {
      snapshots(update, request, cache);
    }
  }

  /** Without shards somebody has to say which node the first snapshots are taken of. */
  private static void snapshots(
      Update<Settings> update,
      ModifyReplicationGroupRequest.Builder request,
      ElastiCacheClient cache) {
    Settings there = Json.typed(update.found().settings(), Settings.class);
    request.snapshotRetentionLimit(update.settings().snapshotRetentionLimit());
    if (there.snapshotRetentionLimit() == 0 && !there.clusterEnabled()) {
      ReplicationGroup group = ElastiCache.group(cache, update.found().awsName());
      request.snapshottingClusterId(group.memberClusters().getLast());
    }
  }

  /** A snapshot that is there already was taken by a call whose answer was lost. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    String snapshot = snapshot(found);
    boolean needed = snapshotFirst && !isTaken(cache, found, snapshot);
    cache.deleteReplicationGroup(
        request ->
            request
                .replicationGroupId(found.awsName())
                .finalSnapshotIdentifier(needed ? snapshot : null));
  }

  /** The same for the same group, and never that of an earlier one of its name. */
  private static String snapshot(FoundItem found) {
    String made = found.outputs().get(CacheReading.MADE);
    String derived = found.awsName() + "-final-" + Json.hash(made).substring(0, 8);
    return found.tags().getOrDefault(FinalSnapshot.TAG, derived);
  }

  private static boolean isTaken(ElastiCacheClient cache, FoundItem found, String snapshot) {
    Instant made = Instant.parse(found.outputs().get(CacheReading.MADE));
    return cache
        .describeSnapshotsPaginator(request -> request.replicationGroupId(found.awsName()))
        .snapshots()
        .stream()
        .filter(one -> one.snapshotName().equals(snapshot))
        .flatMap(one -> one.nodeSnapshots().stream())
        .anyMatch(
            node -> node.snapshotCreateTime() != null && node.snapshotCreateTime().isAfter(made));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    ElastiCache.tag(found, tags, clients);
  }
}
