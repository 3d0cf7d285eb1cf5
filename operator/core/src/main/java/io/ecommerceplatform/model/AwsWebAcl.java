package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.edge.ManagedRule;
import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import java.util.List;
import java.util.Optional;

/**
 * A web ACL: what of the requests to one target is blocked.
 *
 * @param target what it protects
 * @param awsName empty for a derived one
 * @param rateLimit requests of one address in the window; empty for no limit
 * @param rateWindowSeconds the window
 * @param managedRules rule groups that AWS maintains, in the order of their check
 * @param geoBlock countries that are shut out, sorted
 */
public record AwsWebAcl(
    WafTarget target,
    String awsName,
    Optional<Integer> rateLimit,
    int rateWindowSeconds,
    List<ManagedRule> managedRules,
    List<String> geoBlock) {
  /** Type of one that protects a load balancer. */
  public static final String REGIONAL_TYPE = "wafv2.WebAcl";

  /** Type of one that protects a distribution of CloudFront. */
  public static final String CLOUDFRONT_TYPE = "wafv2.CloudFrontWebAcl";

  /** Name in the resource. */
  public static final String NAME = "edge";

  /** The field that asks for it. */
  public static final String PATH = "spec.edge.waf";

  public AwsWebAcl {
    managedRules = List.copyOf(managedRules);
    geoBlock = List.copyOf(geoBlock);
  }

  /** How many rules it has, each of which AWS bills. */
  public int rules() {
    return managedRules.size() + (rateLimit.isPresent() ? 1 : 0) + (geoBlock.isEmpty() ? 0 : 1);
  }

  public String type() {
    return target == WafTarget.CloudFront ? CLOUDFRONT_TYPE : REGIONAL_TYPE;
  }
}
