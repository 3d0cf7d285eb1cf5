package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCache;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Subnet groups of ElastiCache: one for each cache. */
public final class CacheSubnetGroup implements AwsKind<CacheSubnetGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of("elasticache.SubnetGroup", Identity.NAME, 255)
          .with("cacheSubnetGroupDescription", FieldRule.HOW);

  /**
   * Its fields.
   *
   * @param subnetIds sorted, with commas
   */
  public record Settings(String cacheSubnetGroupDescription, String subnetIds) {}

  static Reference name(Aws aws, String store) {
    return Reference.to(TYPE, aws.region(), store, "name");
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
        "elasticache:DescribeCacheSubnetGroups",
        "elasticache:ListTagsForResource",
        "elasticache:CreateCacheSubnetGroup",
        "elasticache:ModifyCacheSubnetGroup",
        "elasticache:AddTagsToResource",
        "elasticache:DeleteCacheSubnetGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.caches().stream().map(cache -> wish(cache, aws)).toList();
  }

  private static Wish<Settings> wish(AwsCache cache, Aws aws) {
    String subnets =
        cache.inDatabaseSubnets()
            ? Ec2Network.databaseSubnets(aws)
            : Ec2Network.privateSubnets(aws);
    Settings settings = new Settings("Subnets of " + cache.name(), subnets);
    return Wish.of(cache.name(), cache.path(), cache.subnetGroup(), settings)
        .withPolicy(cache.policyBeside());
  }

  @Override
  public boolean isReadInBulk() {
    return false; // their tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    return cache.describeCacheSubnetGroupsPaginator(request -> {}).cacheSubnetGroups().stream()
        .filter(group -> !group.cacheSubnetGroupName().startsWith("default"))
        .map(group -> found(group, cache))
        .toList();
  }

  private static Found<Settings> found(
      software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup group,
      ElastiCacheClient cache) {
    String subnets =
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .sorted()
            .collect(Collectors.joining(","));
    return Found.ready(
        group.cacheSubnetGroupName(),
        group.arn(),
        new Settings(group.cacheSubnetGroupDescription(), subnets),
        ElastiCache.tags(cache, group.arn()),
        Map.of("arn", group.arn(), "name", group.cacheSubnetGroupName()));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    ElastiCache.client(clients)
        .createCacheSubnetGroup(
            request ->
                request
                    .cacheSubnetGroupName(creation.awsName())
                    .cacheSubnetGroupDescription(creation.settings().cacheSubnetGroupDescription())
                    .subnetIds(creation.settings().subnetIds().split(","))
                    .tags(ElastiCache.tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    ElastiCache.client(clients)
        .modifyCacheSubnetGroup(
            request ->
                request
                    .cacheSubnetGroupName(update.found().awsName())
                    .cacheSubnetGroupDescription(update.settings().cacheSubnetGroupDescription())
                    .subnetIds(update.settings().subnetIds().split(",")));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    ElastiCache.client(clients)
        .deleteCacheSubnetGroup(request -> request.cacheSubnetGroupName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    ElastiCache.tag(found, tags, clients);
  }
}
