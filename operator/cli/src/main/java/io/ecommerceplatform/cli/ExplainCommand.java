package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.explain.MarkdownText;
import io.ecommerceplatform.cli.explain.Runbooks;
import io.ecommerceplatform.cli.text.Closest;
import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the runbook of a reason; needs no cluster. */
@Command(
    name = "explain",
    description = "Prints what a reason means and what to do; without a reason lists all of them.")
final class ExplainCommand implements Callable<Integer> {
  private static final int WIDEST = 100;

  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REASON",
      description = "As status shows it, such as PodsFailing.")
  private String reason;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Ink ink = output.ink(console.terminal());
    if (reason == null) {
      list(ink);
      return ExitStatus.DONE;
    }
    String page = Runbooks.page(reason).orElseThrow(() -> unknown(reason));
    int width = Math.min(WIDEST, console.terminal().width());
    new MarkdownText(ink, width).lines(page).forEach(console.out()::println);
    return ExitStatus.DONE;
  }

  private void list(Ink ink) {
    List<String> reasons = Runbooks.reasons();
    int widest = reasons.stream().mapToInt(String::length).max().orElse(0);
    for (String name : reasons) {
      String gap = " ".repeat(widest - name.length() + 2);
      console.out().println(ink.paint(Ink.CYAN, name) + gap + Runbooks.meaning(name));
    }
  }

  private static UserError unknown(String typed) {
    List<String> near = Closest.to(typed, Runbooks.reasons());
    if (near.isEmpty()) {
      return new UserError("no reason is called " + typed, "kubectl ecp explain");
    }
    return new UserError(
        "no reason is called " + typed + "; did you mean " + String.join(" or ", near) + "?",
        "kubectl ecp explain " + near.get(0));
  }
}
