package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlList;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningBehaviors;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningProtocols;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;

/**
 * Origin access controls: how CloudFront signs what it asks a bucket. Their tags are a description.
 */
public final class CloudFrontAccess implements AwsKind<CloudFrontAccess.Settings> {
  public static final ItemType TYPE =
      ItemType.of("cloudfront.OriginAccessControl", Identity.CHILD, 64)
          .global()
          .with("originAccessControlOriginType", FieldRule.REPLACE);

  private static final Pattern OWNER =
      Pattern.compile("heritage=ecommerceplatform,owner=([^,]+),item=([^,]+)");

  /**
   * Its fields.
   *
   * @param signing true when every question is signed, whatever the visitor sends
   */
  public record Settings(String originAccessControlOriginType, Boolean signing) {}

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
        "cloudfront:ListOriginAccessControls",
        "cloudfront:GetOriginAccessControl",
        "cloudfront:CreateOriginAccessControl",
        "cloudfront:UpdateOriginAccessControl",
        "cloudfront:DeleteOriginAccessControl");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.edge().cdn().filter(AwsCdn::hasBucket).stream()
        .map(cdn -> Wish.of(AwsCdn.NAME, "spec.edge.frontend", null, new Settings("s3", true)))
        .toList();
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    List<Found<Settings>> found = new ArrayList<>();
    CloudFrontClient cloudFront = CloudFrontDistribution.client(clients);
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String marker = next.get().isEmpty() ? null : next.get();
      OriginAccessControlList page =
          cloudFront.listOriginAccessControls(r -> r.marker(marker)).originAccessControlList();
      page.items().forEach(one -> found.add(found(one)));
      next =
          Optional.ofNullable(page.nextMarker())
              .filter(m -> Boolean.TRUE.equals(page.isTruncated()));
    }
    return found;
  }

  private static Found<Settings> found(OriginAccessControlSummary one) {
    return Found.ready(
        one.name(),
        one.id(),
        new Settings(
            one.originAccessControlOriginTypeAsString(),
            one.signingBehavior() == OriginAccessControlSigningBehaviors.ALWAYS),
        owner(one.description()),
        Map.of("id", one.id()));
  }

  private static Map<String, String> owner(String description) {
    Matcher parts = OWNER.matcher(description == null ? "" : description);
    return parts.matches()
        ? Map.of(ItemOwner.OWNER, parts.group(1), ItemOwner.ITEM, parts.group(2))
        : Map.of();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    OriginAccessControlConfig config =
        config(creation.awsName(), creation.settings(), creation.tags());
    CloudFrontDistribution.client(clients)
        .createOriginAccessControl(request -> request.originAccessControlConfig(config));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    CloudFrontClient cloudFront = CloudFrontDistribution.client(clients);
    FoundItem found = update.found();
    String version = cloudFront.getOriginAccessControl(r -> r.id(found.id())).eTag();
    OriginAccessControlConfig config = config(found.awsName(), update.settings(), found.tags());
    cloudFront.updateOriginAccessControl(
        r -> r.id(found.id()).ifMatch(version).originAccessControlConfig(config));
  }

  private static OriginAccessControlConfig config(
      String name, Settings settings, Map<String, String> tags) {
    return OriginAccessControlConfig.builder()
        .name(name)
        .description(
            "heritage=ecommerceplatform,owner=%s,item=%s"
                .formatted(tags.get(ItemOwner.OWNER), tags.get(ItemOwner.ITEM)))
        .originAccessControlOriginType(settings.originAccessControlOriginType())
        .signingBehavior(
            settings.signing()
                ? OriginAccessControlSigningBehaviors.ALWAYS
                : OriginAccessControlSigningBehaviors.NEVER)
        .signingProtocol(OriginAccessControlSigningProtocols.SIGV4)
        .build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    CloudFrontClient cloudFront = CloudFrontDistribution.client(clients);
    String version = cloudFront.getOriginAccessControl(r -> r.id(found.id())).eTag();
    cloudFront.deleteOriginAccessControl(r -> r.id(found.id()).ifMatch(version));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("an origin access control has no tags");
  }
}
