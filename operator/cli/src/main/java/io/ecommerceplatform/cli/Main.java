package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The entry point of {@code kubectl ecp}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Terminal terminal = Terminal.of(environment);
    Charset charset = terminal.unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    PrintWriter out = writer(FileDescriptor.out, charset);
    PrintWriter err = writer(FileDescriptor.err, charset);
    int status = run(new Console(out, err, terminal, Clock.systemUTC(), environment), args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command line and returns its exit code. */
  public static int run(Console console, String... args) {
    CommandLine line = EcpCommand.commandLine(console, args);
    line.setOut(console.out()).setErr(console.err());
    line.setUsageHelpWidth(Math.clamp(console.terminal().width(), 60, 110));
    boolean colored = new OutputOptions().ink(console.terminal()).on();
    line.setColorScheme(Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler(
        (failure, arguments) -> {
          String command = failure.getCommandLine().getCommandSpec().qualifiedName();
          UserError error = new UserError(UsageText.of(failure), command + " --help");
          console.err().print(ErrorText.of(error, new Ink(colored), false));
          return ExitStatus.ERROR;
        });
    line.setExecutionExceptionHandler((failure, c, parsed) -> report(console, parsed, failure));
    return line.execute(args);
  }

  private static int report(Console console, ParseResult parsed, Exception failure) {
    boolean debug = false;
    for (ParseResult level = parsed; level != null; level = level.subcommand()) {
      debug |= level.hasMatchedOption("--debug");
    }
    Ink ink = new OutputOptions().ink(console.terminal());
    console.err().print(ErrorText.of(failure, ink, debug));
    return ExitStatus.ERROR;
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new FileOutputStream(descriptor), false, charset);
  }
}
