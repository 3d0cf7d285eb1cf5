package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who can reach a load balancer. */
public enum LoadBalancerScheme {
  @JsonProperty("internet-facing")
  internetFacing("internet-facing"),
  @JsonProperty("internal")
  internal("internal");

  private final String value;

  LoadBalancerScheme(String value) {
    this.value = value;
  }

  @Override
  public String toString() {
    return value;
  }
}
