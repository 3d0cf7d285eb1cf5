package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.IngressSpec;
import io.ecommerceplatform.api.v1alpha1.observability.LogsSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.api.v1alpha1.store.LifecycleRule;
import java.util.Optional;

/** What the load balancer writes down of each request. */
record AccessLogRules(Resolution resolution) {
  private static final String PREFIX = "access_logs.s3.";

  /** True when they are asked for, or implied by the profile, and there is a load balancer. */
  boolean areWanted() {
    Boolean asked =
        Optional.ofNullable(resolution.spec().edge())
            .map(EdgeSpec::ingress)
            .map(IngressSpec::accessLogs)
            .orElse(null);
    return resolution.spec().aws() != null
        && list(resolution.spec().services()).stream().anyMatch(s -> s.expose() != null)
        && or(asked, resolution.defaults().edge().accessLogs());
  }

  /**
   * What the load balancer is told, once it may write: before that Elastic Load Balancing refuses
   * it. Told nothing, the AWS Load Balancer Controller leaves things as they are.
   */
  Optional<String> attributes() {
    return resolution
        .outputs()
        .of(AwsBucket.POLICY_TYPE, AwsEdge.ACCESS_LOGS, "bucket")
        .map(
            bucket ->
                areWanted()
                    ? "%1$senabled=true,%1$sbucket=%2$s,%1$sprefix=%3$s"
                        .formatted(PREFIX, bucket, AwsEdge.LOGS_PREFIX)
                    : PREFIX + "enabled=false");
  }

  /** They stay as long as the logs of services. */
  static LifecycleRule expiry(Resolution resolution) {
    Integer days =
        Optional.ofNullable(resolution.spec().observability())
            .map(ObservabilitySpec::logs)
            .map(LogsSpec::retentionDays)
            .orElse(null);
    int kept = or(days, resolution.defaults().logs().retentionDays());
    return new LifecycleRule(null, kept, null, null);
  }
}
