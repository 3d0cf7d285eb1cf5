package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.CloudFrontFields.Behavior;
import io.ecommerceplatform.aws.kind.CloudFrontFields.ForwardedValues;
import io.ecommerceplatform.aws.kind.CloudFrontFields.GeoRestriction;
import io.ecommerceplatform.aws.kind.CloudFrontFields.OriginGroup;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Settings;
import io.ecommerceplatform.aws.kind.CloudFrontFields.ViewerCertificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CustomOriginConfig;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginGroupMember;

/** Reads the fields of a distribution off the form of the API. */
final class CloudFrontReading {
  private CloudFrontReading() {}

  static Settings of(DistributionConfig config) {
    return new Settings(
        config.enabled(),
        config.aliases() == null ? List.of() : sorted(config.aliases().items()),
        Optional.ofNullable(config.defaultRootObject()).orElse(""),
        config.httpVersionAsString(),
        config.isIPV6Enabled(),
        config.priceClassAsString(),
        config.origins().items().stream()
            .map(CloudFrontReading::origin)
            .sorted(Comparator.comparing(CloudFrontFields.Origin::id))
            .toList(),
        config.originGroups() == null
            ? List.of()
            : config.originGroups().items().stream().map(CloudFrontReading::group).toList(),
        standard(config.defaultCacheBehavior()),
        config.cacheBehaviors() == null
            ? List.of()
            : config.cacheBehaviors().items().stream().map(CloudFrontReading::behavior).toList(),
        geo(config),
        certificate(config),
        Optional.ofNullable(config.webACLId()).orElse(""));
  }

  private static <T extends Comparable<T>> List<T> sorted(List<T> items) {
    return items.stream().sorted().toList();
  }

  private static CloudFrontFields.Origin origin(Origin origin) {
    CustomOriginConfig custom = origin.customOriginConfig();
    return new CloudFrontFields.Origin(
        origin.id(),
        origin.domainName(),
        custom == null ? origin.originAccessControlId() : null,
        custom == null ? null : custom.originProtocolPolicyAsString(),
        custom == null ? null : sorted(custom.originSslProtocols().itemsAsStrings()));
  }

  private static OriginGroup group(
      software.amazon.awssdk.services.cloudfront.model.OriginGroup group) {
    return new OriginGroup(
        group.id(),
        sorted(group.failoverCriteria().statusCodes().items()),
        group.members().items().stream().map(OriginGroupMember::originId).toList());
  }

  private static Behavior standard(DefaultCacheBehavior behavior) {
    return new Behavior(
        null,
        behavior.targetOriginId(),
        behavior.viewerProtocolPolicyAsString(),
        methods(behavior.allowedMethods()),
        behavior.compress(),
        text(behavior.cachePolicyId()),
        text(behavior.originRequestPolicyId()),
        null,
        null,
        null,
        null);
  }

  @SuppressWarnings("deprecation")
  private static Behavior behavior(CacheBehavior behavior) {
    boolean hasTimes = behavior.forwardedValues() != null;
    return new Behavior(
        behavior.pathPattern(),
        behavior.targetOriginId(),
        behavior.viewerProtocolPolicyAsString(),
        methods(behavior.allowedMethods()),
        behavior.compress(),
        text(behavior.cachePolicyId()),
        text(behavior.originRequestPolicyId()),
        hasTimes
            ? new ForwardedValues(
                behavior.forwardedValues().queryString(),
                behavior.forwardedValues().cookies().forwardAsString(),
                sorted(behavior.forwardedValues().headers().items()))
            : null,
        hasTimes ? behavior.minTTL() : null,
        hasTimes ? behavior.defaultTTL() : null,
        hasTimes ? behavior.maxTTL() : null);
  }

  private static List<String> methods(AllowedMethods methods) {
    return methods == null ? List.of() : sorted(methods.itemsAsStrings());
  }

  private static String text(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static GeoRestriction geo(DistributionConfig config) {
    return config.restrictions() == null || config.restrictions().geoRestriction() == null
        ? new GeoRestriction("none", List.of())
        : new GeoRestriction(
            config.restrictions().geoRestriction().restrictionTypeAsString(),
            sorted(config.restrictions().geoRestriction().items()));
  }

  private static ViewerCertificate certificate(DistributionConfig config) {
    var certificate = config.viewerCertificate();
    boolean own = certificate != null && text(certificate.acmCertificateArn()) != null;
    return own
        ? new ViewerCertificate(
            false,
            certificate.acmCertificateArn(),
            certificate.sslSupportMethodAsString(),
            certificate.minimumProtocolVersionAsString())
        : new ViewerCertificate(true, null, null, null);
  }
}
