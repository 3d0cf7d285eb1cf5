package io.ecommerceplatform.cli.apiserver;

import io.ecommerceplatform.cli.Console;
import io.ecommerceplatform.cli.Main;
import io.ecommerceplatform.cli.Terminal;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One command line that was run against the plane, and what came of it.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record Command(int exit, String out, String err) {
  private static final Terminal PIPE = new Terminal(false, false, false, 120, 50);

  static Command run(Kubeconfig kubeconfig, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = run(kubeconfig, out, err, args);
    return new Command(exit, out.toString(), err.toString());
  }

  /** Writes while it runs, for somebody who looks on. */
  static int run(Kubeconfig kubeconfig, StringWriter out, StringWriter err, String... args) {
    Console console =
        new Console(new PrintWriter(out), new PrintWriter(err), PIPE, Clock.systemUTC(), Map.of());
    String cluster = "--kubeconfig=" + kubeconfig.path();
    return Main.run(
        console, Stream.concat(Stream.of(args), Stream.of(cluster)).toArray(String[]::new));
  }
}
