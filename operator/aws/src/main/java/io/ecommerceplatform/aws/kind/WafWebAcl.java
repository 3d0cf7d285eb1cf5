package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsWebAcl;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.GetWebAclResponse;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.Tag;
import software.amazon.awssdk.services.wafv2.model.TagInfoForResource;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;
import software.amazon.awssdk.services.wafv2.model.WafNonexistentItemException;
import software.amazon.awssdk.services.wafv2.model.WebACL;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/**
 * Web ACLs: one type for load balancers and one for CloudFront, as AWS keeps these in one region
 * and apart.
 */
public final class WafWebAcl implements AwsKind<WafWebAcl.Settings> {
  public static final ItemType REGIONAL = ItemType.of(AwsWebAcl.REGIONAL_TYPE, Identity.NAME, 128);
  public static final ItemType CLOUDFRONT =
      ItemType.of(AwsWebAcl.CLOUDFRONT_TYPE, Identity.NAME, 128).global();

  private final ItemType type;

  /** One of the two types. */
  public WafWebAcl(ItemType type) {
    this.type = type;
  }

  /**
   * Its fields; what no rule blocks is let through.
   *
   * @param rules in the order of their check
   */
  public record Settings(
      Boolean sampledRequestsEnabled, Boolean cloudWatchMetricsEnabled, List<WafRule> rules) {}

  /** ARN that AWS gives to a web ACL of a platform. */
  static String arn(AwsWebAcl acl, Aws aws) {
    ItemType type = acl.target() == WafTarget.CloudFront ? CLOUDFRONT : REGIONAL;
    return Reference.to(type, aws.region(), AwsWebAcl.NAME, "arn").text();
  }

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
        "wafv2:ListWebACLs",
        "wafv2:GetWebACL",
        "wafv2:ListTagsForResource",
        "wafv2:CreateWebACL",
        "wafv2:UpdateWebACL",
        "wafv2:TagResource",
        "wafv2:DeleteWebACL");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.edge().webAcls().stream()
        .filter(acl -> (acl.target() == WafTarget.CloudFront) == type.isGlobal())
        .map(
            acl ->
                Wish.of(
                    AwsWebAcl.NAME,
                    AwsWebAcl.PATH,
                    acl.awsName(),
                    new Settings(true, true, WafRule.of(acl))))
        .toList();
  }

  private Scope scope() {
    return type.isGlobal() ? Scope.CLOUDFRONT : Scope.REGIONAL;
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither rules nor tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    Wafv2Client waf = client(clients);
    return all(waf).stream()
        .filter(one -> interest.has(one.name()) || interest.has(one.id()))
        .flatMap(one -> read(waf, one).stream())
        .toList();
  }

  /** The SDK has no pages for this list. */
  private List<WebACLSummary> all(Wafv2Client waf) {
    List<WebACLSummary> all = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String marker = next.get().isEmpty() ? null : next.get();
      ListWebAcLsResponse page =
          waf.listWebACLs(request -> request.scope(scope()).limit(100).nextMarker(marker));
      all.addAll(page.webACLs());
      next = Optional.ofNullable(page.nextMarker()).filter(m -> !m.isEmpty());
    }
    return all;
  }

  private Optional<Found<Settings>> read(Wafv2Client waf, WebACLSummary one) {
    try {
      WebACL acl = waf.getWebACL(r -> r.scope(scope()).name(one.name()).id(one.id())).webACL();
      TagInfoForResource tags =
          waf.listTagsForResource(r -> r.resourceARN(one.arn())).tagInfoForResource();
      Settings settings =
          new Settings(
              acl.visibilityConfig().sampledRequestsEnabled(),
              acl.visibilityConfig().cloudWatchMetricsEnabled(),
              acl.rules().stream().map(WafRule::of).toList());
      return Optional.of(
          Found.ready(
              one.name(),
              one.id(),
              settings,
              tags.tagList().stream().collect(Collectors.toMap(Tag::key, Tag::value)),
              Map.of("arn", one.arn(), "name", one.name())));
    } catch (WafNonexistentItemException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .createWebACL(
            request ->
                request
                    .name(creation.awsName())
                    .scope(scope())
                    .defaultAction(action -> action.allow(allow -> {}))
                    .visibilityConfig(visibility(creation.awsName(), creation.settings()))
                    .rules(creation.settings().rules().stream().map(WafRule::rule).toList())
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Wafv2Client waf = client(clients);
    FoundItem found = update.found();
    GetWebAclResponse there = get(waf, found);
    waf.updateWebACL(
        request ->
            request
                .name(found.awsName())
                .id(found.id())
                .scope(scope())
                .lockToken(there.lockToken())
                .defaultAction(action -> action.allow(allow -> {}))
                .customResponseBodies(there.webACL().customResponseBodies())
                .visibilityConfig(visibility(found.awsName(), update.settings()))
                .rules(update.settings().rules().stream().map(WafRule::rule).toList()));
  }

  private GetWebAclResponse get(Wafv2Client waf, FoundItem found) {
    return waf.getWebACL(r -> r.scope(scope()).name(found.awsName()).id(found.id()));
  }

  private static VisibilityConfig visibility(String name, Settings settings) {
    return VisibilityConfig.builder()
        .metricName(name)
        .sampledRequestsEnabled(settings.sampledRequestsEnabled())
        .cloudWatchMetricsEnabled(settings.cloudWatchMetricsEnabled())
        .build();
  }

  /** One that still protects something stays, and AWS says so until it does not. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Wafv2Client waf = client(clients);
    String token = get(waf, found).lockToken();
    waf.deleteWebACL(r -> r.scope(scope()).name(found.awsName()).id(found.id()).lockToken(token));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(r -> r.resourceARN(found.outputs().get("arn")).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static Wafv2Client client(Clients clients) {
    return clients.of(Wafv2Client.class, Wafv2Client::builder);
  }
}
