package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.security.Mfa;
import java.util.Optional;

/**
 * The pool of a platform whose customers Cognito signs in.
 *
 * @param awsName name of the pool; empty for a derived one
 * @param deletionPolicy what becomes of the pool, and with it of all accounts
 * @param mfa whether customers have a second factor
 * @param host where customers are sent back to; empty when there is no page of Cognito for them
 */
public record AwsAuth(
    String awsName, DeletionPolicy deletionPolicy, Mfa mfa, Optional<String> host) {
  /** Types of the items that it becomes. */
  public static final String POOL_TYPE = "cognito.UserPool";

  public static final String CLIENT_TYPE = "cognito.UserPoolClient";
  public static final String DOMAIN_TYPE = "cognito.UserPoolDomain";

  /** Name of all of them in the resource. */
  public static final String NAME = "customers";

  /** The field that asks for it. */
  public static final String PATH = "spec.auth";
}
