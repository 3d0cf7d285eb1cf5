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
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: training
      clusters:
      - name: training
        cluster: {server: "%s", certificate-authority-data: "%s"}
      users:
      - name: training
        user: {client-certificate-data: "%s", client-key-data: "%s"}
      contexts:
      - name: training
        context: {cluster: training, user: training, namespace: shop}
      """;

  private Training() {}

  /**
   * Runs the commands.
   *
   * @param args {@code help} for what needs no cluster, else {@code cluster}; and a folder to work
   *     in, which has {@code tls.p12} and {@code platform.yaml}
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Terminal terminal = new Terminal(true, false, true, 120, 50);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console = new Console(nowhere, nowhere, terminal, Clock.systemUTC(), Map.of());
    run(console, "--help");
    run(console, "explain");
    run(console, "explain", "PodsFailing");
    run(console, "explain", "PodFailing");
    if (args[0].equals("cluster")) {
      cluster(console, Path.of(args[1]));
    }
    System.exit(0);
  }

  private static void cluster(Console console, Path folder)
      throws IOException, GeneralSecurityException {
    Path kubeconfig = folder.resolve("kubeconfig");
    char[] password = "training".toCharArray();
    try (TrainingServer server = TrainingServer.start(folder.resolve("tls.p12"), password)) {
      Files.writeString(
          kubeconfig,
          KUBECONFIG.formatted(
              server.url(), server.certificate(), server.certificate(), server.key(password)));
      String cluster = "--kubeconfig=" + kubeconfig;
      run(console, "status", "--help");
      run(console, "render", "-f", folder.resolve("platform.yaml").toString());
      run(console, "plan", "shop", cluster);
      run(console, "version", cluster);
      run(console, "status", "shop", cluster);
      run(console, "status", "shop", "-o", "yaml", cluster);
    }
  }

  private static void run(Console console, String... args) {
    Main.run(console, args);
  }
}
