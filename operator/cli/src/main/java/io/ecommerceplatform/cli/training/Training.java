package io.ecommerceplatform.cli.training;

import io.ecommerceplatform.cli.Console;
import io.ecommerceplatform.cli.Main;
import io.ecommerceplatform.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;

/** Runs the commands once in this JVM, so that the AOT cache holds what real runs load. */
final class Training {
  private Training() {}

  /**
   * Runs the commands.
   *
   * @param args a folder to work in, which has {@code tls.p12} and {@code platform.yaml}
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Path folder = Path.of(args[0]);
    Path kubeconfig = folder.resolve("kubeconfig");
    try (TrainingServer server =
        TrainingServer.start(folder.resolve("tls.p12"), "training".toCharArray())) {
      Files.writeString(kubeconfig, kubeconfig(server.url()));
      Map<String, String> environment = Map.of("KUBECONFIG", kubeconfig.toString());
      Terminal terminal = new Terminal(true, false, true, 120, 50);
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Console console = new Console(nowhere, nowhere, terminal, Clock.systemUTC(), environment);
      String cluster = "--kubeconfig=" + kubeconfig;
      run(console, "--help");
      run(console, "status", "--help");
      run(console, "explain");
      run(console, "explain", "PodsFailing");
      run(console, "explain", "PodFailing");
      run(console, "render", "-f", folder.resolve("platform.yaml").toString());
      run(console, "plan", "shop", cluster);
      run(console, "version", cluster);
      run(console, "status", "shop", cluster);
      run(console, "status", "shop", "-o", "yaml", cluster);
    }
    System.exit(0);
  }

  private static void run(Console console, String... args) {
    Main.run(console, args);
  }

  private static String kubeconfig(String server) {
    return """
        apiVersion: v1
        kind: Config
        current-context: training
        clusters:
        - name: training
          cluster: {server: "%s", insecure-skip-tls-verify: true}
        users:
        - name: training
          user: {token: training}
        contexts:
        - name: training
          context: {cluster: training, user: training, namespace: shop}
        """
        .formatted(server);
  }
}
