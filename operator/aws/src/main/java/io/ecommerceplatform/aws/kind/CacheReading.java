package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.ItemHealth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;

/** Reads replication groups: half of their fields AWS shows on their nodes only. */
final class CacheReading {
  /** Output with the time when it was made: what tells it from an earlier one of its name. */
  static final String MADE = "createTime";

  private static final String AVAILABLE = "available";

  private final Clients clients;
  private final ElastiCacheClient cache;
  private final Map<String, CacheCluster> nodes = new HashMap<>();
  private Map<String, Map<String, String>> indexed;

  CacheReading(Clients clients) {
    this.clients = clients;
    this.cache = ElastiCache.client(clients);
  }

  List<Found<CacheReplicationGroup.Settings>> found() {
    List<ReplicationGroup> groups =
        cache.describeReplicationGroupsPaginator(request -> {}).replicationGroups().stream()
            .toList();
    if (!groups.isEmpty()) {
      cache.describeCacheClustersPaginator(request -> {}).cacheClusters().stream()
          .filter(node -> node.replicationGroupId() != null)
          .forEach(node -> nodes.putIfAbsent(node.replicationGroupId(), node));
    }
    return groups.stream().flatMap(group -> found(group).stream()).toList();
  }

  /** Nothing of one whose tags cannot be told yet: nobody may take it for that of another. */
  private Optional<Found<CacheReplicationGroup.Settings>> found(ReplicationGroup group) {
    Optional<CacheCluster> node = Optional.ofNullable(nodes.get(group.replicationGroupId()));
    return tags(group)
        .map(
            tags ->
                Found.of(
                    group.replicationGroupId(),
                    group.arn(),
                    settings(group, node, tags),
                    tags,
                    health(group, node),
                    outputs(group)));
  }

  /** ElastiCache tells the tags of one at rest only; of others the index of all tags does. */
  private Optional<Map<String, String>> tags(ReplicationGroup group) {
    if (AVAILABLE.equals(group.status())) {
      try {
        return Optional.of(ElastiCache.tags(cache, group.arn()));
      } catch (InvalidReplicationGroupStateException e) {
        return Optional.ofNullable(indexed().get(group.arn())); // it began to change just now
      }
    }
    return Optional.ofNullable(indexed().get(group.arn()));
  }

  private Map<String, Map<String, String>> indexed() {
    if (indexed == null) {
      indexed =
          clients
              .of(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder)
              .getResourcesPaginator(
                  request -> request.resourceTypeFilters("elasticache:replicationgroup"))
              .resourceTagMappingList()
              .stream()
              .collect(
                  Collectors.toMap(
                      one -> one.resourceARN(),
                      one -> one.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
    }
    return indexed;
  }

  private static CacheReplicationGroup.Settings settings(
      ReplicationGroup group, Optional<CacheCluster> node, Map<String, String> tags) {
    Optional<NodeGroup> shard = group.nodeGroups().stream().findFirst();
    return new CacheReplicationGroup.Settings(
        group.description(),
        node.map(CacheCluster::engine).orElse(null),
        node.map(n -> or(pendingVersion(n), n.engineVersion())).orElse(null),
        or(node.map(CacheReading::pendingType).orElse(null), group.cacheNodeType()),
        shard.isEmpty() ? null : group.nodeGroups().size(),
        shard.map(s -> s.nodeGroupMembers().size() - 1).orElse(null),
        group.clusterEnabled(),
        Stream.of(AutomaticFailoverStatus.ENABLED, AutomaticFailoverStatus.ENABLING)
            .anyMatch(status -> status == group.automaticFailover()),
        group.multiAZ() == MultiAZStatus.ENABLED,
        Boolean.TRUE.equals(group.transitEncryptionEnabled()),
        null,
        tags.get(Restored.TAG),
        Boolean.TRUE.equals(group.atRestEncryptionEnabled()),
        group.kmsKeyId(),
        endpoint(group).map(Endpoint::port).orElse(null),
        node.map(CacheCluster::cacheSubnetGroupName).orElse(null),
        node.map(n -> n.cacheParameterGroup().cacheParameterGroupName()).orElse(null),
        node.map(CacheReading::securityGroups).orElse(null),
        group.snapshotRetentionLimit(),
        group.snapshotWindow(),
        node.map(CacheCluster::preferredMaintenanceWindow).orElse(null),
        group.autoMinorVersionUpgrade(),
        null);
  }

  private static String securityGroups(CacheCluster node) {
    return node.securityGroups().stream()
        .map(SecurityGroupMembership::securityGroupId)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String pendingVersion(CacheCluster node) {
    return node.pendingModifiedValues() == null
        ? null
        : node.pendingModifiedValues().engineVersion();
  }

  private static String pendingType(CacheCluster node) {
    return node.pendingModifiedValues() == null
        ? null
        : node.pendingModifiedValues().cacheNodeType();
  }

  private static String or(String pending, String now) {
    return pending == null ? now : pending;
  }

  /** While a snapshot is taken it serves as ever. */
  private static ItemHealth health(ReplicationGroup group, Optional<CacheCluster> node) {
    boolean isPending =
        node.filter(n -> pendingVersion(n) != null || pendingType(n) != null).isPresent();
    return switch (group.status()) {
      case AVAILABLE, "snapshotting" ->
          isPending
              ? new ItemHealth.Progressing(
                  "a change waits for its maintenance window (%s)"
                      .formatted(node.get().preferredMaintenanceWindow()))
              : new ItemHealth.Ready();
      case "creating" -> new ItemHealth.Progressing("is being created");
      case "modifying" -> new ItemHealth.Progressing("is being changed");
      case "deleting" -> new ItemHealth.Deleting();
      case "create-failed" -> new ItemHealth.Failed("ElastiCache says that it is create-failed");
      default -> new ItemHealth.Progressing("ElastiCache says that it is " + group.status());
    };
  }

  /** Clients of shards start from one address of all, others write to the primary. */
  private static Optional<Endpoint> endpoint(ReplicationGroup group) {
    return Optional.ofNullable(group.configurationEndpoint())
        .or(
            () ->
                group.nodeGroups().stream()
                    .map(NodeGroup::primaryEndpoint)
                    .filter(Objects::nonNull)
                    .findFirst());
  }

  private static Map<String, String> outputs(ReplicationGroup group) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", group.arn());
    outputs.put("name", group.replicationGroupId());
    Instant made = group.replicationGroupCreateTime();
    outputs.put(MADE, (made == null ? Instant.EPOCH : made).toString());
    endpoint(group).ifPresent(endpoint -> outputs.put("endpoint", endpoint.address()));
    group.nodeGroups().stream()
        .filter(shard -> !group.clusterEnabled() && shard.nodeGroupMembers().size() > 1)
        .findFirst()
        .map(NodeGroup::readerEndpoint)
        .ifPresent(endpoint -> outputs.put("readerEndpoint", endpoint.address()));
    return outputs;
  }
}
