package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.IngressAccess;
import io.ecommerceplatform.api.v1alpha1.edge.IngressSpec;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may call the load balancer. */
record AccessRules(Resolution resolution) {
  private static final String PREFIX_LISTS =
      "alb.ingress.kubernetes.io/security-group-prefix-lists";

  /** What an Ingress waits for that must let nobody in before it has these addresses. */
  private static final String WAITS = "waits for the addresses of CloudFront";

  boolean isCdnOnly() {
    return Optional.ofNullable(resolution.spec().edge())
        .map(EdgeSpec::ingress)
        .map(IngressSpec::access)
        .filter(IngressAccess.CdnOnly::equals)
        .isPresent();
  }

  /** The security group of the load balancer; without a list the controller lets everybody in. */
  Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>();
    if (isCdnOnly()) {
      prefixList().ifPresent(id -> annotations.put(PREFIX_LISTS, id));
    }
    return annotations;
  }

  /** Empty when the load balancer may be made; told when it may not. */
  String obstacle() {
    if (!isCdnOnly() || prefixList().isPresent()) {
      return "";
    }
    resolution.report(
        ConditionType.EdgeReady, Reason.WaitingForAws, "spec.edge.ingress.access", WAITS);
    return WAITS;
  }

  private Optional<String> prefixList() {
    return resolution
        .outputs()
        .of(AwsEdge.PREFIX_LIST, AwsEdge.CLOUDFRONT_ADDRESSES, AwsEdge.PREFIX_LIST_ID);
  }
}
