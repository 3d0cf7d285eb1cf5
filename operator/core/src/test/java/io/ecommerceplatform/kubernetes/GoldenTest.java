package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ecommerceplatform.model.Resolved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what resources become with committed files. Every sample is a case of its own; its
 * objects are listed by name, and written out in full for the folders that have an
 * in-platform.yaml.
 */
class GoldenTest {
  private static final Path FOLDERS = Path.of("src/test/resources/golden");
  private static final Path SAMPLES = Path.of("../../samples");
  private static final String INPUT = "in-platform.yaml";
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicTest> samples() throws IOException {
    return files(SAMPLES).stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .flatMap(
            file -> {
              String name = file.getFileName().toString().replace(".yaml", "");
              return tests("sample-" + name, new GoldenOutput(compile(file)).summary());
            });
  }

  @TestFactory
  Stream<DynamicTest> folders() throws IOException {
    return files(FOLDERS).stream()
        .filter(folder -> Files.exists(folder.resolve(INPUT)))
        .flatMap(
            folder -> {
              GoldenOutput output = new GoldenOutput(compile(folder.resolve(INPUT)));
              Map<String, String> all = new TreeMap<>(output.objects());
              all.putAll(output.summary());
              return tests(folder.getFileName().toString(), all);
            });
  }

  private static Stream<DynamicTest> tests(String name, Map<String, String> outputs) {
    Path folder = FOLDERS.resolve(name);
    Stream<DynamicTest> equal =
        outputs.entrySet().stream()
            .map(
                e ->
                    dynamicTest(
                        name + "/" + e.getKey(),
                        () -> check(folder.resolve(e.getKey()), e.getValue())));
    DynamicTest unused =
        dynamicTest(
            name + ": no unused file",
            () ->
                assertThat(files(folder))
                    .extracting(file -> file.getFileName().toString())
                    .allMatch(file -> file.equals(INPUT) || outputs.containsKey(file)));
    return Stream.concat(equal, Stream.of(unused));
  }

  private static void check(Path file, String content) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(file).as("missing; to write it, run with -Dgolden=write").exists();
    assertThat(content)
        .as("%s differs; if that is meant, run with -Dgolden=write", file)
        .isEqualTo(Files.readString(file));
  }

  private static Compiled compile(Path file) {
    try {
      return Compiled.of(Resolved.resource(Files.readString(file), Resolved.CLUSTER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
