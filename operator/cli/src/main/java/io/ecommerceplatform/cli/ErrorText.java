package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The one place where a failure becomes text. */
final class ErrorText {
  private ErrorText() {}

  /** Lines for standard error, without a stack trace unless it is asked for. */
  static String of(Throwable failure, Ink ink, boolean debug) {
    StringBuilder text = new StringBuilder(ink.paint(Ink.RED, "error:"));
    if (failure instanceof UserError error) {
      text.append(' ').append(oneLine(error.getMessage())).append('\n');
      if (!error.command().isEmpty()) {
        text.append("try:   ").append(ink.paint(Ink.CYAN, error.command())).append('\n');
      }
    } else {
      String message = failure.getMessage() == null ? "" : ": " + oneLine(failure.getMessage());
      text.append(" unexpected ").append(failure.getClass().getSimpleName()).append(message);
      text.append("\ntry:   ").append("the same command with --debug, and report what it prints\n");
    }
    return debug ? text.append(trace(failure)).toString() : text.toString();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }
}
