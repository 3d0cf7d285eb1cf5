package io.ecommerceplatform.cli.cluster;

import io.ecommerceplatform.cli.text.Closest;
import io.ecommerceplatform.cli.text.UserError;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the kubeconfig as kubectl does, and fails where the client would guess. */
final class ClientConfig {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 15_000;

  private ClientConfig() {}

  static Config of(ClusterTarget target) {
    Config config = target.kubeconfig() == null ? automatic(target) : named(target);
    if (target.context() != null && !isCurrent(config, target.context())) {
      throw unknownContext(config, target.context());
    }
    // a person waits: say at once that the cluster does not answer
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    return config;
  }

  private static Config automatic(ClusterTarget target) {
    boolean inCluster = target.environment().containsKey("KUBERNETES_SERVICE_HOST");
    List<Path> files = files(target);
    if (!inCluster && files.stream().noneMatch(Files::isRegularFile)) {
      String looked = String.join(", ", files.stream().map(Path::toString).toList());
      throw new UserError(
          "no kubeconfig: " + looked + " does not exist", "export KUBECONFIG=<file>");
    }
    return Config.autoConfigure(target.context());
  }

  private static List<Path> files(ClusterTarget target) {
    String variable = target.environment().getOrDefault("KUBECONFIG", "");
    if (variable.isEmpty()) {
      return List.of(Path.of(System.getProperty("user.home"), ".kube", "config"));
    }
    return Arrays.stream(variable.split(File.pathSeparator))
        .filter(p -> !p.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static Config named(ClusterTarget target) {
    Path file = target.kubeconfig();
    if (!Files.isReadable(file)) {
      throw new UserError("cannot read the kubeconfig " + file, "ls -l " + file);
    }
    return Config.fromKubeconfig(target.context(), file.toFile());
  }

  private static boolean isCurrent(Config config, String context) {
    return config.getCurrentContext() != null
        && context.equals(config.getCurrentContext().getName());
  }

  private static UserError unknownContext(Config config, String typed) {
    List<String> names =
        config.getContexts() == null
            ? List.of()
            : config.getContexts().stream().map(NamedContext::getName).toList();
    List<String> shown =
        Stream.concat(Closest.to(typed, names).stream(), names.stream()).distinct().toList();
    return new UserError(
        "the kubeconfig has no context %s; it has %s".formatted(typed, String.join(", ", shown)),
        "kubectl config get-contexts");
  }
}
