package io.ecommerceplatform.operator.config;

import io.ecommerceplatform.model.AwsIdentity;
import io.ecommerceplatform.model.PodRoles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rights in AWS that the configuration names. */
public final class Identities {
  /** In the place of an ARN: no role is assumed. */
  static final String OWN = "own";

  private Identities() {}

  public static Map<String, AwsIdentity> of(OperatorConfig.Aws config) {
    Map<String, AwsIdentity> identities = new TreeMap<>();
    config.identities().forEach((name, identity) -> identities.put(name, of(identity)));
    return identities;
  }

  private static AwsIdentity of(OperatorConfig.Aws.Identity identity) {
    return new AwsIdentity(
        Optional.of(identity.roleArn()).filter(arn -> !arn.equals(OWN)),
        identity.externalId(),
        identity.namespaces().orElse(Set.of()),
        identity.regions().orElse(Set.of()),
        identity.oidcProviderArn().map(arn -> new PodRoles(arn, identity.permissionsBoundary())));
  }
}
