package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.text.Closest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageText {
  private UsageText() {}

  static String of(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return failure.getMessage();
    }
    String typed = unmatched.getUnmatched().get(0);
    CommandSpec spec = failure.getCommandLine().getCommandSpec();
    boolean option = typed.startsWith("-");
    String kind = option ? "option" : spec.subcommands().isEmpty() ? "argument" : "command";
    List<String> known =
        option ? List.copyOf(spec.optionsMap().keySet()) : List.copyOf(spec.subcommands().keySet());
    List<String> near = Closest.to(typed, known);
    String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    return "unknown " + kind + " " + typed + meant;
  }
}
