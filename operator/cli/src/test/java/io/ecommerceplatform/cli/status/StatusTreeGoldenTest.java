package io.ecommerceplatform.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.TreeText;
import io.ecommerceplatform.resource.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder has a resource and what people see of it: plain ASCII, and coloured Unicode. */
class StatusTreeGoldenTest {
  private static final Path CASES = Path.of("src/test/resources/golden/status");
  private static final Instant NOW = Instant.parse("2026-01-01T10:05:00Z");

  @TestFactory
  Stream<DynamicTest> everyCaseLooksAsItsGoldenFiles() throws IOException {
    return cases().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      compare(folder, "out.txt", new TreeText(new Ink(false), false, 100));
                      compare(folder, "out.ansi", new TreeText(new Ink(true), true, 100));
                    }));
  }

  @Test
  void noFileIsUnused() throws IOException {
    for (Path folder : cases()) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(f -> f.getFileName().toString()).sorted())
            .containsExactly("in.json", "out.ansi", "out.txt");
      }
    }
  }

  private static void compare(Path folder, String name, TreeText text) throws IOException {
    PlatformView view = PlatformView.of(Json.parse(Files.readString(folder.resolve("in.json"))));
    String seen = String.join("\n", StatusTree.lines(view, NOW, text)) + "\n";
    Path golden = folder.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, seen);
    }
    assertThat(seen)
        .as("%s is not what status prints. Repair it with: make golden", golden)
        .isEqualTo(Files.readString(golden));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }
}
