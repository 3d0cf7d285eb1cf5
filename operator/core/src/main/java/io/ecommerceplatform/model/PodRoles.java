package io.ecommerceplatform.model;

import java.util.Optional;

/**
 * How pods get rights in AWS through an identity.
 *
 * @param oidcProviderArn provider of IAM that knows the ServiceAccounts of this cluster
 * @param permissionsBoundary policy that none of their roles goes beyond
 */
public record PodRoles(String oidcProviderArn, Optional<String> permissionsBoundary) {
  private static final String PROVIDER = ":oidc-provider/";

  /** Who signs the tokens of ServiceAccounts, as conditions name it. */
  public String issuer() {
    return oidcProviderArn.substring(oidcProviderArn.indexOf(PROVIDER) + PROVIDER.length());
  }
}
