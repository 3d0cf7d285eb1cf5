package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.CloudFrontFields.Behavior;
import io.ecommerceplatform.aws.kind.CloudFrontFields.GeoRestriction;
import io.ecommerceplatform.aws.kind.CloudFrontFields.OriginGroup;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Settings;
import io.ecommerceplatform.aws.kind.CloudFrontFields.ViewerCertificate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginGroupMember;

/** Puts the fields of a distribution into the form of the API. */
final class CloudFrontConfig {
  private CloudFrontConfig() {}

  /** What is there with our fields; what somebody set beside them stays. */
  static DistributionConfig on(DistributionConfig there, Settings s) {
    return there.toBuilder()
        .enabled(s.enabled())
        .aliases(a -> a.quantity(s.aliases().size()).items(s.aliases()))
        .defaultRootObject(s.defaultRootObject())
        .httpVersion(s.httpVersion())
        .isIPV6Enabled(s.ipv6Enabled())
        .priceClass(s.priceClass())
        .origins(
            o ->
                o.quantity(s.origins().size())
                    .items(s.origins().stream().map(CloudFrontConfig::origin).toList()))
        .originGroups(
            g ->
                g.quantity(s.originGroups().size())
                    .items(s.originGroups().stream().map(CloudFrontConfig::group).toList()))
        .defaultCacheBehavior(standard(s.defaultCacheBehavior()))
        .cacheBehaviors(
            b ->
                b.quantity(s.cacheBehaviors().size())
                    .items(s.cacheBehaviors().stream().map(CloudFrontConfig::behavior).toList()))
        .restrictions(r -> r.geoRestriction(geo(s.geoRestriction())))
        .viewerCertificate(certificate(s.viewerCertificate()))
        .webACLId(Optional.ofNullable(s.webACLId()).orElse(there.webACLId()))
        .build();
  }

  private static Origin origin(CloudFrontFields.Origin origin) {
    Origin.Builder builder = Origin.builder().id(origin.id()).domainName(origin.domainName());
    if (origin.originProtocolPolicy() == null) {
      return builder
          .originAccessControlId(origin.originAccessControlId())
          .s3OriginConfig(s3 -> s3.originAccessIdentity(""))
          .build();
    }
    return builder
        .customOriginConfig(
            custom ->
                custom
                    .httpPort(80)
                    .httpsPort(443)
                    .originProtocolPolicy(origin.originProtocolPolicy())
                    .originSslProtocols(
                        ssl ->
                            ssl.quantity(origin.originSslProtocols().size())
                                .itemsWithStrings(origin.originSslProtocols())))
        .build();
  }

  private static software.amazon.awssdk.services.cloudfront.model.OriginGroup group(
      OriginGroup group) {
    List<OriginGroupMember> members =
        group.members().stream()
            .map(id -> OriginGroupMember.builder().originId(id).build())
            .toList();
    return software.amazon.awssdk.services.cloudfront.model.OriginGroup.builder()
        .id(group.id())
        .failoverCriteria(
            f ->
                f.statusCodes(
                    c -> c.quantity(group.statusCodes().size()).items(group.statusCodes())))
        .members(m -> m.quantity(members.size()).items(members))
        .build();
  }

  private static DefaultCacheBehavior standard(Behavior behavior) {
    DefaultCacheBehavior.Builder builder =
        DefaultCacheBehavior.builder()
            .targetOriginId(behavior.targetOriginId())
            .viewerProtocolPolicy(behavior.viewerProtocolPolicy())
            .allowedMethods(
                a ->
                    a.quantity(behavior.allowedMethods().size())
                        .itemsWithStrings(behavior.allowedMethods())
                        .cachedMethods(c -> c.quantity(2).itemsWithStrings("GET", "HEAD")))
            .compress(behavior.compress())
            .cachePolicyId(behavior.cachePolicyId())
            .originRequestPolicyId(behavior.originRequestPolicyId());
    return builder.build();
  }

  private static CacheBehavior behavior(Behavior behavior) {
    CacheBehavior.Builder builder =
        CacheBehavior.builder()
            .pathPattern(behavior.pathPattern())
            .targetOriginId(behavior.targetOriginId())
            .viewerProtocolPolicy(behavior.viewerProtocolPolicy())
            .allowedMethods(
                a ->
                    a.quantity(behavior.allowedMethods().size())
                        .itemsWithStrings(behavior.allowedMethods())
                        .cachedMethods(c -> c.quantity(2).itemsWithStrings("GET", "HEAD")))
            .compress(behavior.compress())
            .cachePolicyId(behavior.cachePolicyId())
            .originRequestPolicyId(behavior.originRequestPolicyId());
    if (behavior.forwardedValues() != null) {
      times(behavior, builder);
    }
    return builder.build();
  }

  // the API calls these fields old, and has no others without a policy that belongs to somebody
  @SuppressWarnings("deprecation")
  private static void times(Behavior behavior, CacheBehavior.Builder builder) {
    builder
        .forwardedValues(
            f ->
                f.queryString(behavior.forwardedValues().queryString())
                    .cookies(c -> c.forward(behavior.forwardedValues().cookies()))
                    .headers(
                        h ->
                            h.quantity(behavior.forwardedValues().headers().size())
                                .items(behavior.forwardedValues().headers())))
        .minTTL(behavior.minTTL())
        .defaultTTL(behavior.defaultTTL())
        .maxTTL(behavior.maxTTL());
  }

  private static software.amazon.awssdk.services.cloudfront.model.GeoRestriction geo(
      GeoRestriction geo) {
    return software.amazon.awssdk.services.cloudfront.model.GeoRestriction.builder()
        .restrictionType(geo.restrictionType())
        .quantity(geo.locations().size())
        .items(geo.locations())
        .build();
  }

  private static software.amazon.awssdk.services.cloudfront.model.ViewerCertificate certificate(
      ViewerCertificate certificate) {
    return software.amazon.awssdk.services.cloudfront.model.ViewerCertificate.builder()
        .cloudFrontDefaultCertificate(certificate.cloudFrontDefaultCertificate())
        .acmCertificateArn(certificate.acmCertificateArn())
        .sslSupportMethod(certificate.sslSupportMethod())
        .minimumProtocolVersion(certificate.minimumProtocolVersion())
        .build();
  }
}
