package io.ecommerceplatform.localplane.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a Python that is a script of two lines. */
class PythonFinderTest {
  @TempDir private Path folder;

  @Test
  void firstThatIsNewEnoughIsTaken() throws IOException {
    install("python3", "Python 3.9.2");
    install("python3.12", "Python 3.12.1");

    assertThat(onPath().find())
        .isEqualTo(new PythonFinder.Python(folder.resolve("python3.12"), "3.12"));
  }

  @Test
  void oldOnesAreNamedWithWhatToInstall() throws IOException {
    install("python3", "Python 3.9.2");

    assertThatThrownBy(() -> onPath().find())
        .isInstanceOf(PlaneException.class)
        .hasMessageContaining("needs Python 3.10 or newer")
        .hasMessageContaining("python3 (Python 3.9.2)")
        .hasMessageContaining("sudo apt install python3 python3-venv")
        .hasMessageContaining("PLANE_AWS=none");
  }

  @Test
  void noneIsSaidToBeMissing() {
    assertThatThrownBy(() -> onPath().find()).hasMessageContaining("no python3 on the PATH");
  }

  @Test
  void theGivenOneIsTheOnlyOne() throws IOException {
    install("python3", "Python 3.12.1");
    var given = Map.of("PATH", folder.toString(), "ECP_PYTHON", "/nowhere/python");

    assertThatThrownBy(() -> new PythonFinder(new Settings(given)).find())
        .hasMessageContaining("/nowhere/python (cannot be run");
  }

  @Test
  void anotherVersionIsAnotherEnvironment() {
    assertThat(PythonEnvironment.hash("3.11"))
        .matches("[0-9a-f]{16}")
        .isNotEqualTo(PythonEnvironment.hash("3.12"));
  }

  private PythonFinder onPath() {
    return new PythonFinder(new Settings(Map.of("PATH", folder.toString())));
  }

  private void install(String name, String version) throws IOException {
    var python = folder.resolve(name);
    Files.writeString(python, "#!/bin/sh\necho %s\n".formatted(version));
    assertThat(python.toFile().setExecutable(true)).isTrue();
  }
}
