package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.aws.AwsEngine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.operator.observe.World;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;

/** Executes a plan in both halves: the cluster's and the one in AWS. */
public final class Applier {
  private final KubernetesApplier kubernetes;
  private final AwsEngine aws;

  public Applier(KubernetesApplier kubernetes, AwsEngine aws) {
    this.kubernetes = kubernetes;
    this.aws = aws;
  }

  /** What fails in one half stops nothing in the other one. */
  public Outcome execute(Plan plan, Platform platform, World world) {
    Outcome inCluster = kubernetes.execute(plan, world);
    if (platform.aws().isEmpty()) {
      return inCluster;
    }
    return inCluster.and(aws.execute(plan, platform, platform.aws().get()));
  }

  /** Executes a plan of credentials, which are of the cluster. */
  public Outcome generate(Plan credentials, World world) {
    return kubernetes.execute(credentials, world);
  }
}
