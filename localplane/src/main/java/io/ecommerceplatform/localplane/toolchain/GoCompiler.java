package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The Go on this machine, checked before a build that would fail after minutes. */
record GoCompiler(Path command) {

  static GoCompiler find(Settings settings, String wantedVersion) {
    var path = settings.value("PATH").orElse("").split(File.pathSeparator);
    var usual = Stream.of("/usr/local/go/bin", "/usr/lib/go/bin", "/opt/homebrew/bin");
    var go =
        Stream.concat(Arrays.stream(path), usual)
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, "go"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new PlaneException(ToolchainErrors.goMissing(wantedVersion)));
    return new GoCompiler(go).checked(wantedVersion);
  }

  private GoCompiler checked(String wanted) {
    var lines = output("env", "GOVERSION", "GOTOOLCHAIN").split("\n");
    var installed = lines[0].strip();
    var mayDownload = lines.length > 1 && !lines[1].strip().startsWith("local");
    if (GoVersion.parse(installed).compareTo(GoVersion.parse(wanted)) < 0
        && !(mayDownload && GoVersion.parse(installed).canSwitch())) {
      throw new PlaneException(ToolchainErrors.goTooOld(command, installed, wanted));
    }
    return this;
  }

  private String output(String... arguments) {
    var line = Stream.concat(Stream.of(command.toString()), Arrays.stream(arguments)).toList();
    // From a folder without go.mod: else an older Go tries to download a newer one to answer.
    var builder =
        new ProcessBuilder(line).directory(new File(System.getProperty("java.io.tmpdir")));
    try {
      var process = builder.redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text;
    } catch (IOException e) {
      throw new PlaneException(command + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaneException("interrupted while asking " + command + " for its version", e);
    }
  }
}
