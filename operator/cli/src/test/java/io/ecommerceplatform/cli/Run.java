package io.ecommerceplatform.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/**
 * One command line that was run, and what came of it.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int exit, String out, String err) {
  private static final Terminal PIPE = new Terminal(false, false, false, 100, 50);

  static Run of(String... args) {
    return in(Map.of(), args);
  }

  static Run in(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), PIPE, Clock.systemUTC(), environment);
    int exit = Main.run(console, args);
    return new Run(exit, out.toString(), err.toString());
  }
}
