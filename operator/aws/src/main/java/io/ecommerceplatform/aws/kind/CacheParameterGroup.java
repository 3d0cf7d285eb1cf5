package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCache;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/** Parameters of caches; a cache without any has the default group of its version. */
public final class CacheParameterGroup implements AwsKind<CacheParameterGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of("elasticache.ParameterGroup", Identity.NAME, 255)
          .with("cacheParameterGroupFamily", FieldRule.REPLACE)
          .with("description", FieldRule.HOW)
          .with("parameters", FieldRule.WHOLE);

  /** As many as one call takes. */
  private static final int BATCH = 20;

  /** Its fields. */
  public record Settings(
      String cacheParameterGroupFamily, String description, Map<String, String> parameters) {}

  static Reference name(Aws aws, AwsCache cache) {
    return Reference.to(TYPE, aws.region(), cache.parametersName(), "name");
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
        "elasticache:DescribeCacheParameterGroups",
        "elasticache:DescribeCacheParameters",
        "elasticache:ListTagsForResource",
        "elasticache:CreateCacheParameterGroup",
        "elasticache:ModifyCacheParameterGroup",
        "elasticache:ResetCacheParameterGroup",
        "elasticache:AddTagsToResource",
        "elasticache:DeleteCacheParameterGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.caches().stream()
        .filter(cache -> !cache.parameters().isEmpty())
        .map(CacheParameterGroup::wish)
        .toList();
  }

  private static Wish<Settings> wish(AwsCache cache) {
    Settings settings =
        new Settings(
            cache.parameterFamily(),
            "Parameters of " + cache.name(),
            new TreeMap<>(cache.parameters()));
    return Wish.of(cache.parametersName(), cache.path(), cache.parameterGroup(), settings)
        .withPolicy(cache.policyBeside());
  }

  @Override
  public boolean isReadInBulk() {
    return false; // their parameters and tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    return cache
        .describeCacheParameterGroupsPaginator(request -> {})
        .cacheParameterGroups()
        .stream()
        .filter(group -> !group.cacheParameterGroupName().startsWith("default"))
        .map(group -> found(group, cache))
        .toList();
  }

  private static Found<Settings> found(
      software.amazon.awssdk.services.elasticache.model.CacheParameterGroup group,
      ElastiCacheClient cache) {
    String name = group.cacheParameterGroupName();
    Map<String, String> set = new TreeMap<>();
    cache
        .describeCacheParametersPaginator(
            request -> request.cacheParameterGroupName(name).source("user"))
        .parameters()
        .stream()
        .filter(parameter -> parameter.parameterValue() != null)
        .forEach(parameter -> set.put(parameter.parameterName(), parameter.parameterValue()));
    return Found.ready(
        name,
        group.arn(),
        new Settings(group.cacheParameterGroupFamily(), group.description(), set),
        ElastiCache.tags(cache, group.arn()),
        Map.of("arn", group.arn(), "name", name));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    cache.createCacheParameterGroup(
        request ->
            request
                .cacheParameterGroupName(creation.awsName())
                .cacheParameterGroupFamily(creation.settings().cacheParameterGroupFamily())
                .description(creation.settings().description())
                .tags(ElastiCache.tags(creation.tags())));
    set(cache, creation.awsName(), creation.settings().parameters());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    ElastiCacheClient cache = ElastiCache.client(clients);
    String name = update.found().awsName();
    Map<String, String> wanted = update.settings().parameters();
    Set<String> surplus =
        new TreeSet<>(Json.typed(update.found().settings(), Settings.class).parameters().keySet());
    surplus.removeAll(wanted.keySet());
    set(cache, name, wanted);
    List<ParameterNameValue> reset =
        surplus.stream()
            .map(key -> ParameterNameValue.builder().parameterName(key).build())
            .toList();
    for (List<ParameterNameValue> batch : batches(reset)) {
      cache.resetCacheParameterGroup(
          request -> request.cacheParameterGroupName(name).parameterNameValues(batch));
    }
  }

  private static void set(ElastiCacheClient cache, String group, Map<String, String> wanted) {
    List<ParameterNameValue> parameters =
        wanted.entrySet().stream()
            .map(
                e ->
                    ParameterNameValue.builder()
                        .parameterName(e.getKey())
                        .parameterValue(e.getValue())
                        .build())
            .toList();
    for (List<ParameterNameValue> batch : batches(parameters)) {
      cache.modifyCacheParameterGroup(
          request -> request.cacheParameterGroupName(group).parameterNameValues(batch));
    }
  }

  private static List<List<ParameterNameValue>> batches(List<ParameterNameValue> all) {
    List<List<ParameterNameValue>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
    }
    return batches;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    ElastiCache.client(clients)
        .deleteCacheParameterGroup(request -> request.cacheParameterGroupName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    ElastiCache.tag(found, tags, clients);
  }
}
