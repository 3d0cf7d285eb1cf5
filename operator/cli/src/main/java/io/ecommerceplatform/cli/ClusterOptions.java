package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.cluster.ClusterTarget;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cluster and namespace; the same words as kubectl. */
final class ClusterOptions {
  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "Namespace; default: that of the kubeconfig's context.")
  private String namespace;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Default: $KUBECONFIG, else ~/.kube/config.")
  private Path kubeconfig;

  @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
  private String context;

  ClusterTarget target(Console console) {
    return new ClusterTarget(kubeconfig, context, namespace, console.environment());
  }

  String namespaceOr(String otherwise) {
    return namespace == null ? otherwise : namespace;
  }
}
