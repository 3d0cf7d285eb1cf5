package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.AwsKind.Update;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

/** Changes how many nodes a replication group has: replicas and shards have calls of their own. */
record CacheSize(Update<CacheReplicationGroup.Settings> update, ElastiCacheClient cache) {

  void grow() {
    if (isOtherReplicas() && replicas() > there().replicasPerNodeGroup()) {
      cache.increaseReplicaCount(
          request ->
              request
                  .replicationGroupId(name())
                  .newReplicaCount(replicas())
                  .applyImmediately(true));
    }
    if (isOtherShards() && shards() > there().numNodeGroups()) {
      cache.modifyReplicationGroupShardConfiguration(
          request ->
              request.replicationGroupId(name()).nodeGroupCount(shards()).applyImmediately(true));
    }
  }

  void shrink() {
    if (isOtherReplicas() && replicas() < there().replicasPerNodeGroup()) {
      cache.decreaseReplicaCount(
          request ->
              request
                  .replicationGroupId(name())
                  .newReplicaCount(replicas())
                  .applyImmediately(true));
    }
    if (isOtherShards() && shards() < there().numNodeGroups()) {
      List<String> surplus =
          ElastiCache.group(cache, name()).nodeGroups().stream()
              .map(NodeGroup::nodeGroupId)
              .sorted()
              .skip(shards())
              .toList();
      cache.modifyReplicationGroupShardConfiguration(
          request ->
              request
                  .replicationGroupId(name())
                  .nodeGroupCount(shards())
                  .nodeGroupsToRemove(surplus)
                  .applyImmediately(true));
    }
  }

  private boolean isOtherReplicas() {
    return update.changes("replicasPerNodeGroup");
  }

  private boolean isOtherShards() {
    return update.changes("numNodeGroups");
  }

  private String name() {
    return update.found().awsName();
  }

  private int replicas() {
    return update.settings().replicasPerNodeGroup();
  }

  private int shards() {
    return update.settings().numNodeGroups();
  }

  private CacheReplicationGroup.Settings there() {
    return Json.typed(update.found().settings(), CacheReplicationGroup.Settings.class);
  }
}
