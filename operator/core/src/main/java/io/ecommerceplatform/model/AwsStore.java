package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.Optional;

/** A managed store that stands in the VPC, behind a security group of its own. */
public interface AwsStore {

  /** Type of the item that holds the data of a store in AWS. */
  static String typeOf(StoreKind kind, Engine engine) {
    return switch (kind) {
      case CACHE -> AwsCache.TYPE;
      case SEARCH -> AwsSearch.TYPE;
      case DATABASE -> AwsDatabase.typeOf(engine);
      case EVENTS, TABLE -> throw new IllegalArgumentException(kind + " is no store in AWS");
    };
  }

  String name();

  String path();

  /** Name of its security group; empty for a derived one. */
  String securityGroup();

  /** Name of its login in Secrets Manager; empty for a derived one, and for one without a login. */
  default String credentialsName() {
    return "";
  }

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
