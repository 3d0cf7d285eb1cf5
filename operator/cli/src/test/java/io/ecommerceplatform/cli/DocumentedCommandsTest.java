package io.ecommerceplatform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A page shows no command and no option of kubectl ecp that does not exist. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(?:sh|bash|shell|console)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("`(kubectl ecp [a-z][^`\\n]*)`");
  private static final Pattern COMMAND = Pattern.compile("kubectl ecp ([^#|;&\\n]+)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final List<String> FOLDERS = List.of("docs", "samples", "deploy", "localplane");

  @Test
  void existsWithItsOptions() throws IOException {
    int seen = 0;
    for (Path page : pages()) {
      for (List<String> command : commands(Files.readString(page))) {
        seen++;
        assertThatCode(() -> parse(command))
            .as("%s shows: kubectl ecp %s", page, String.join(" ", command))
            .doesNotThrowAnyException();
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  void seesACommandOrOptionThatIsNone() {
    String page =
        "```sh\nkubectl ecp statsu # soon\n```\nor `kubectl ecp plan --dry \\\"a b\\\"`\n";
    List<List<String>> commands = commands(page);
    assertThat(commands).hasSize(2);
    commands.forEach(
        c -> assertThatThrownBy(() -> parse(c)).isInstanceOf(CommandLine.ParameterException.class));
  }

  private static void parse(List<String> command) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console =
        new Console(nowhere, nowhere, Terminal.of(Map.of()), Clock.systemUTC(), Map.of());
    CommandLine line = EcpCommand.commandLine(console);
    line.parseArgs(command.toArray(String[]::new));
  }

  private static List<List<String>> commands(String page) {
    String joined = page.replace("\\\n", " ");
    return Stream.concat(
            BLOCK.matcher(joined).results().map(r -> r.group(1)),
            INLINE.matcher(joined).results().map(r -> r.group(1)))
        .flatMap(text -> COMMAND.matcher(text).results())
        .map(r -> WORD.matcher(r.group(1)).results().map(DocumentedCommandsTest::word).toList())
        .toList();
  }

  private static String word(MatchResult match) {
    return match.group(1) != null
        ? match.group(1)
        : match.group(2) != null ? match.group(2) : match.group(3);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT)) {
      top.filter(f -> f.toString().endsWith(".md")).forEach(pages::add);
    }
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files
            .filter(f -> f.toString().endsWith(".md") && !f.toString().contains("/target/"))
            .forEach(pages::add);
      }
    }
    return pages;
  }
}
