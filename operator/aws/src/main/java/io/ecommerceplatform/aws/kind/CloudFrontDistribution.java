package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Settings;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/**
 * Distributions of CloudFront. CloudFront knows them by ids; the comment holds the name that the
 * operator gives, so that a look at the list tells which ones to read.
 */
public final class CloudFrontDistribution implements AwsKind<Settings> {
  public static final ItemType TYPE =
      ItemType.of("cloudfront.Distribution", Identity.TOKEN, 128).global();

  /** The zone of the host names of all distributions. */
  static final String ZONE = "Z2FDTNDATAQYW2";

  /** Host name that CloudFront gave to the distribution of a platform. */
  static String domainName(Aws aws) {
    return Reference.to(TYPE, aws.region(), AwsCdn.NAME, "domainName").text();
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
        "cloudfront:ListDistributions",
        "cloudfront:GetDistribution",
        "cloudfront:ListTagsForResource",
        "cloudfront:CreateDistribution",
        "cloudfront:UpdateDistribution",
        "cloudfront:TagResource",
        "cloudfront:DeleteDistribution");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.edge().cdn().stream()
        .map(cdn -> Wish.of(AwsCdn.NAME, cdn.path(), null, new CloudFrontWish(cdn, aws).settings()))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    CloudFrontClient cloudFront = client(clients);
    return all(cloudFront).stream()
        .filter(one -> interest.has(one.comment()) || interest.has(one.id()))
        .map(DistributionSummary::id)
        .flatMap(id -> read(cloudFront, id).stream())
        .toList();
  }

  /** The SDK has no pages for this list. */
  private static List<DistributionSummary> all(CloudFrontClient cloudFront) {
    List<DistributionSummary> all = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String marker = next.get().isEmpty() ? null : next.get();
      DistributionList page =
          cloudFront.listDistributions(r -> r.marker(marker)).distributionList();
      all.addAll(page.items());
      next =
          Optional.ofNullable(page.nextMarker())
              .filter(m -> Boolean.TRUE.equals(page.isTruncated()));
    }
    return all;
  }

  private static Optional<Found<Settings>> read(CloudFrontClient cloudFront, String id) {
    try {
      Distribution one = cloudFront.getDistribution(request -> request.id(id)).distribution();
      Map<String, String> tags =
          cloudFront
              .listTagsForResource(request -> request.resource(one.arn()))
              .tags()
              .items()
              .stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      return Optional.of(
          Found.of(
              one.distributionConfig().comment(),
              one.id(),
              CloudFrontReading.of(one.distributionConfig()),
              tags,
              isDeployed(one)
                  ? new ItemHealth.Ready()
                  : new ItemHealth.Progressing("is being deployed to all edge locations"),
              Map.of("arn", one.arn(), "id", one.id(), "domainName", one.domainName())));
    } catch (NoSuchDistributionException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static boolean isDeployed(Distribution one) {
    return one.status().equals("Deployed");
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    DistributionConfig empty =
        DistributionConfig.builder()
            .callerReference(creation.token())
            .comment(creation.awsName())
            .build();
    client(clients)
        .createDistributionWithTags(
            request ->
                request.distributionConfigWithTags(
                    both ->
                        both.distributionConfig(CloudFrontConfig.on(empty, creation.settings()))
                            .tags(t -> t.items(tags(creation.tags())))));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    CloudFrontClient cloudFront = client(clients);
    GetDistributionResponse there = cloudFront.getDistribution(r -> r.id(update.found().id()));
    DistributionConfig config =
        CloudFrontConfig.on(there.distribution().distributionConfig(), update.settings());
    send(cloudFront, update.found().id(), there.eTag(), config);
  }

  private static void send(
      CloudFrontClient cloudFront, String id, String version, DistributionConfig config) {
    cloudFront.updateDistribution(
        request -> request.id(id).ifMatch(version).distributionConfig(config));
  }

  /** Only a switched-off one can be deleted: switched off now, it goes with a later call. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    CloudFrontClient cloudFront = client(clients);
    GetDistributionResponse there = cloudFront.getDistribution(r -> r.id(found.id()));
    DistributionConfig config = there.distribution().distributionConfig();
    if (Boolean.TRUE.equals(config.enabled())) {
      send(cloudFront, found.id(), there.eTag(), config.toBuilder().enabled(false).build());
    } else {
      cloudFront.deleteDistribution(request -> request.id(found.id()).ifMatch(there.eTag()));
    }
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients)
        .tagResource(
            request -> request.resource(found.outputs().get("arn")).tags(t -> t.items(tags(tags))));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  /** That of everything of CloudFront. */
  static CloudFrontClient client(Clients clients) {
    return clients.of(CloudFrontClient.class, CloudFrontClient::builder);
  }
}
