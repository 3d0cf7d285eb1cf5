package io.ecommerceplatform.model;

import java.util.Map;

/**
 * What the operator's own configuration says about every platform.
 *
 * @param installation name of the installation, so that two operators never mix
 * @param registry registry of the operator's own image with its path, for example {@code
 *     ghcr.io/ecommerceplatform}
 * @param imagePrefix what stands before a component's name in that registry; may be empty
 * @param release release of the bundled services when the resource names none
 * @param ingressClass IngressClass of the load balancer, for example {@code alb}
 * @param veleroNamespace namespace of Velero, where its schedules have to be
 * @param identities rights in AWS, by the names that resources use for them
 */
public record OperatorSettings(
    String installation,
    String registry,
    String imagePrefix,
    String release,
    String ingressClass,
    String veleroNamespace,
    Map<String, AwsIdentity> identities) {

  public OperatorSettings {
    identities = Map.copyOf(identities);
  }

  /** Those of an operator that has no rights in AWS. */
  public OperatorSettings(
      String installation,
      String registry,
      String imagePrefix,
      String release,
      String ingressClass,
      String veleroNamespace) {
    this(installation, registry, imagePrefix, release, ingressClass, veleroNamespace, Map.of());
  }
}
