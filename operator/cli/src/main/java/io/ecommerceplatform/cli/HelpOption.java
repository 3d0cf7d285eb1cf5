package io.ecommerceplatform.cli;

import picocli.CommandLine.Option;

/** The help option of every command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  private boolean help;
}
