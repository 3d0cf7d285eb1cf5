package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.FoundItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** What all types of ElastiCache have in common. */
final class ElastiCache {
  private ElastiCache() {}

  static ElastiCacheClient client(Clients clients) {
    return clients.of(ElastiCacheClient.class, ElastiCacheClient::builder);
  }

  static Map<String, String> tags(ElastiCacheClient cache, String arn) {
    return cache.listTagsForResource(request -> request.resourceName(arn)).tagList().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static ReplicationGroup group(ElastiCacheClient cache, String name) {
    return cache
        .describeReplicationGroups(request -> request.replicationGroupId(name))
        .replicationGroups()
        .getFirst();
  }

  static void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).addTagsToResource(request -> request.resourceName(found.id()).tags(tags(tags)));
  }
}
