package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.TreeText;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class OutputOptions {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
  private ColorMode color;

  @Option(names = "--debug", description = "Print the stack trace of a failure.")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  Ink ink(Terminal terminal) {
    return new Ink(
        switch (color == null ? ColorMode.auto : color) {
          case always -> true;
          case never -> false;
          case auto -> terminal.interactive() && !terminal.noColor();
        });
  }

  TreeText tree(Terminal terminal) {
    return new TreeText(ink(terminal), terminal.unicode(), terminal.width());
  }
}
