package io.ecommerceplatform.aws.kind;

import java.util.List;

/**
 * The fields of a distribution, named as CloudFront names them; lists without an order are sorted.
 */
final class CloudFrontFields {
  private CloudFrontFields() {}

  /**
   * All of a distribution that the operator decides.
   *
   * @param webACLId ARN of the web ACL; empty for none, null to leave what is there
   */
  public record Settings(
      Boolean enabled,
      List<String> aliases,
      String defaultRootObject,
      String httpVersion,
      Boolean ipv6Enabled,
      String priceClass,
      List<Origin> origins,
      List<OriginGroup> originGroups,
      Behavior defaultCacheBehavior,
      List<Behavior> cacheBehaviors,
      GeoRestriction geoRestriction,
      ViewerCertificate viewerCertificate,
      String webACLId) {}

  /**
   * Where answers come from.
   *
   * @param originAccessControlId of a bucket
   * @param originProtocolPolicy of a load balancer
   */
  public record Origin(
      String id,
      String domainName,
      String originAccessControlId,
      String originProtocolPolicy,
      List<String> originSslProtocols) {}

  /** The second of its members is asked when the first one answers with one of the codes. */
  public record OriginGroup(String id, List<Integer> statusCodes, List<String> members) {}

  /**
   * What is done with the requests of a path.
   *
   * @param pathPattern null for all others
   * @param cachePolicyId null for one with times of its own
   */
  public record Behavior(
      String pathPattern,
      String targetOriginId,
      String viewerProtocolPolicy,
      List<String> allowedMethods,
      Boolean compress,
      String cachePolicyId,
      String originRequestPolicyId,
      ForwardedValues forwardedValues,
      Long minTTL,
      Long defaultTTL,
      Long maxTTL) {}

  /** What of a request reaches the origin and tells two answers apart. */
  public record ForwardedValues(Boolean queryString, String cookies, List<String> headers) {}

  public record GeoRestriction(String restrictionType, List<String> locations) {}

  /** The certificate, or {@code cloudFrontDefaultCertificate}. */
  public record ViewerCertificate(
      Boolean cloudFrontDefaultCertificate,
      String acmCertificateArn,
      String sslSupportMethod,
      String minimumProtocolVersion) {}
}
