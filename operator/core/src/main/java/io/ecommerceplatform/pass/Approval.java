package io.ecommerceplatform.pass;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.aws.ApprovalPolicy;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a plan may be executed.
 *
 * @param policy what waits for a person
 * @param approved hash of the plan that a person approved; empty for none
 */
public record Approval(ApprovalPolicy policy, String approved) {
  /** Annotation that approves exactly one plan. */
  public static final String ANNOTATION = "ecommerceplatform.io/approve-plan";

  public static Approval of(ECommercePlatform resource, Platform platform) {
    ApprovalPolicy policy = platform.aws().map(Aws::approval).orElse(ApprovalPolicy.Destructive);
    Map<String, String> annotations =
        Optional.ofNullable(resource.getMetadata().getAnnotations()).orElse(Map.of());
    return new Approval(policy, annotations.getOrDefault(ANNOTATION, "").strip());
  }

  /** True when a person wants all of the plan, or wants to be asked about nothing. */
  public boolean covers(Plan plan) {
    return policy == ApprovalPolicy.Auto || isOf(plan);
  }

  private boolean isOf(Plan plan) {
    return !approved.isEmpty() && plan.hash().equals(approved);
  }

  /** The plan without what nobody approved. */
  public Plan allowed(Plan plan) {
    if (isOf(plan)) {
      return plan;
    }
    return switch (policy) {
      case Auto -> plan;
      case Destructive -> plan.withoutDestructive();
      case All -> Plan.of(List.of());
    };
  }
}
