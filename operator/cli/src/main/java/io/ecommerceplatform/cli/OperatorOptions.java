package io.ecommerceplatform.cli;

import io.ecommerceplatform.model.OperatorSettings;
import picocli.CommandLine.Option;

/**
 * Settings of the operator that decide what it compiles; the defaults are those of the operator.
 */
final class OperatorOptions {
  @Option(
      names = "--installation",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Name of the operator's installation; default: ${DEFAULT-VALUE}.")
  private String installation;

  @Option(
      names = "--registry",
      paramLabel = "HOST/PATH",
      defaultValue = "ghcr.io/ecommerceplatform",
      description = "Registry of the bundled images; default: ${DEFAULT-VALUE}.")
  private String registry;

  @Option(
      names = "--image-prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "What stands before a component's name in that registry.")
  private String imagePrefix;

  @Option(
      names = "--ingress-class",
      paramLabel = "NAME",
      defaultValue = "alb",
      description = "IngressClass of the load balancer; default: ${DEFAULT-VALUE}.")
  private String ingressClass;

  @Option(
      names = "--velero-namespace",
      paramLabel = "NAMESPACE",
      defaultValue = "velero",
      description = "Namespace of Velero; default: ${DEFAULT-VALUE}.")
  private String veleroNamespace;

  OperatorSettings settings() {
    return new OperatorSettings(
        installation, registry, imagePrefix, BuildVersion.read(), ingressClass, veleroNamespace);
  }
}
