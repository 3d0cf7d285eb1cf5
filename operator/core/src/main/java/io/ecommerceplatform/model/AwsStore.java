package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Optional;

/** A managed store that stands in the VPC, behind a security group of its own. */
public interface AwsStore {

  String name();

  String path();

  /** Name of its security group; empty for a derived one. */
  String securityGroup();

  int port();

  Optional<DeletionPolicy> deletionPolicy();

  /** What a store needs stays as long as the store does, and goes with it. */
  default Optional<DeletionPolicy> policyBeside() {
    return deletionPolicy()
        .map(
            policy ->
                policy == DeletionPolicy.Retain ? DeletionPolicy.Retain : DeletionPolicy.Delete);
  }
}
