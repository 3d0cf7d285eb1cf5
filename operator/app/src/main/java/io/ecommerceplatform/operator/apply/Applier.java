package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.aws.AwsEngine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.operator.observe.World;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import java.util.ArrayList;
import java.util.List;

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
    Outcome inAws = aws.execute(plan, platform, platform.aws().get());
    return new Outcome(
        joined(inCluster.applied(), inAws.applied()),
        joined(inCluster.failures(), inAws.failures()));
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
