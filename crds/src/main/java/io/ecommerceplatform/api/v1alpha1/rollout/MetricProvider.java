package io.ecommerceplatform.api.v1alpha1.rollout;

/** Where a metric is asked for. */
public enum MetricProvider {
  Prometheus,
  CloudWatch
}
