package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.ManagedRule;
import io.ecommerceplatform.api.v1alpha1.edge.WafSpec;
import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import java.util.List;
import java.util.Optional;

/** The web ACLs: asked for, or implied by the profile; one for each target. */
record WafRules(Resolution resolution) {
  private static final WafSpec NOTHING_SAID = new WafSpec(null, null, null, null, null, null);

  /** What is checked when the resource names no rule at all. */
  private static final List<ManagedRule> USUAL =
      List.of(ManagedRule.IpReputation, ManagedRule.Common, ManagedRule.KnownBadInputs);

  private static final int WINDOW = 300;

  /**
   * How the AWS Load Balancer Controller is told so; without a word it leaves things as they are.
   */
  private static final String LET_GO = "none";

  List<AwsWebAcl> webAcls() {
    if (resolution.spec().aws() == null || !isWanted()) {
      return List.of();
    }
    WafSpec spec = spec().orElse(NOTHING_SAID);
    return targets(spec).stream().sorted().map(target -> webAcl(target, spec)).toList();
  }

  /**
   * What the load balancer is told, as soon as there is something to tell: the ARN of the one that
   * protects it, or to let go of ours. A web ACL of somebody else stays where it is.
   */
  Optional<String> ofLoadBalancer() {
    Optional<String> ours = resolution.outputs().of(AwsWebAcl.REGIONAL_TYPE, AwsWebAcl.NAME, "arn");
    return isWantedAt(WafTarget.LoadBalancer) ? ours : ours.map(arn -> LET_GO);
  }

  /** True when a web ACL of ours may still protect CloudFront, and must not any longer. */
  boolean isLeavingCloudFront() {
    return !isWantedAt(WafTarget.CloudFront)
        && resolution.outputs().of(AwsWebAcl.CLOUDFRONT_TYPE, AwsWebAcl.NAME, "arn").isPresent();
  }

  private boolean isWantedAt(WafTarget target) {
    return webAcls().stream().anyMatch(acl -> acl.target() == target);
  }

  private boolean isWanted() {
    return spec().isPresent() || resolution.defaults().edge().waf();
  }

  private List<WafTarget> targets(WafSpec spec) {
    if (!list(spec.attachTo()).isEmpty()) {
      return spec.attachTo();
    }
    return List.of(
        new CdnRules(resolution).isWanted() ? WafTarget.CloudFront : WafTarget.LoadBalancer);
  }

  private static AwsWebAcl webAcl(WafTarget target, WafSpec spec) {
    List<String> geoBlock = list(spec.geoBlock()).stream().sorted().toList();
    List<ManagedRule> rules = list(spec.managedRules()).stream().distinct().sorted().toList();
    boolean saysNothing = rules.isEmpty() && geoBlock.isEmpty() && spec.rateLimit() == null;
    return new AwsWebAcl(
        target,
        or(spec.awsName(), ""),
        Optional.ofNullable(spec.rateLimit()),
        or(spec.rateWindowSeconds(), WINDOW),
        saysNothing ? USUAL : rules,
        geoBlock);
  }

  private Optional<WafSpec> spec() {
    return Optional.ofNullable(resolution.spec().edge()).map(EdgeSpec::waf);
  }
}
