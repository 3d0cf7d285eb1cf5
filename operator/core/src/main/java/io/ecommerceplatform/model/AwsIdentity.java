package io.ecommerceplatform.model;

import java.util.Optional;
import java.util.Set;

/**
 * A name that the admin of the cluster mapped to rights in AWS.
 *
 * @param roleArn role to assume; empty for the rights that the operator has itself
 * @param externalId what the role's trust asks for
 * @param namespaces namespaces whose platforms may use it; empty for all
 * @param regions regions in which they may; empty for all
 * @param podRoles how their pods get rights; empty when the operator makes no roles
 */
public record AwsIdentity(
    Optional<String> roleArn,
    Optional<String> externalId,
    Set<String> namespaces,
    Set<String> regions,
    Optional<PodRoles> podRoles) {

  public AwsIdentity {
    namespaces = Set.copyOf(namespaces);
    regions = Set.copyOf(regions);
  }

  /** The operator's own rights, for everybody. */
  public static AwsIdentity own() {
    return new AwsIdentity(
        Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
  }
}
