package io.ecommerceplatform.localplane.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.toolchain.PythonEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Runs the emulator's own tests, {@code localplane/aws/tests}: AWS' client against each service.
 */
class EmulatorServicesApiTest {

  @Test
  void servicesBehaveAsTheTestsInPythonSay() throws Exception {
    var python = new PythonEnvironment(Settings.ofThisProcess(), System.err::println).python();
    var process =
        new ProcessBuilder(
                python.toString(), "-B", "-m", "unittest", "discover", "-s", "tests", "-t", ".")
            .directory(Path.of("aws").toFile())
            .redirectErrorStream(true)
            .start();

    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("Ran [1-9]\\d* tests");
  }
}
