package io.ecommerceplatform.resource;

/** Kinds of others that a platform may ask for, and has no object of. */
public final class ForeignKinds {
  /** Of the CloudWatch agent, as {@link ClusterFacts} names it: it collects Container Insights. */
  public static final String CLOUDWATCH_AGENT =
      "cloudwatch.aws.amazon.com/v1alpha1/AmazonCloudWatchAgent";

  private ForeignKinds() {}
}
