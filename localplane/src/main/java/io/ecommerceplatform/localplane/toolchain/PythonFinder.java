package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a Python that is new enough. */
record PythonFinder(Settings settings) {
  static final String WANTED = "3.10";
  private static final int WANTED_MINOR = 10;
  private static final List<String> NAMES =
      List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");
  private static final Pattern VERSION = Pattern.compile("Python 3\\.(\\d+)\\.\\S+");

  /** Its file and its version, such as {@code 3.11}. */
  record Python(Path file, String version) {}

  Python find() {
    var seen = new ArrayList<String>();
    for (var candidate : candidates()) {
      var version = version(candidate);
      var matcher = VERSION.matcher(version);
      if (matcher.matches() && Integer.parseInt(matcher.group(1)) >= WANTED_MINOR) {
        return new Python(candidate, "3." + matcher.group(1));
      }
      seen.add(candidate + " (" + version + ")");
    }
    throw new PlaneException(
        ToolchainErrors.pythonMissing(
            WANTED, seen.isEmpty() ? "no python3 on the PATH" : String.join(", ", seen)));
  }

  private List<Path> candidates() {
    Optional<Path> given = settings.value("ECP_PYTHON").map(Path::of).map(Path::toAbsolutePath);
    if (given.isPresent()) {
      return List.of(given.get());
    }
    var folders = settings.value("PATH").orElse("").split(":");
    return NAMES.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .toList();
  }

  private static String version(Path python) {
    try {
      var process =
          new ProcessBuilder(python.toString(), "--version").redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text.strip().lines().findFirst().orElse("says nothing");
    } catch (IOException e) {
      return "cannot be run: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaneException("the search for Python was interrupted", e);
    }
  }
}
