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

/** Against a Go that is a script of three lines. */
class GoCompilerTest {
  @TempDir private Path folder;

  @Test
  void tooOldGoThatMayNotFetchIsRefused() throws IOException {
    install("go1.24.1", "local");

    assertThatThrownBy(() -> GoCompiler.find(settings(), "1.26.0"))
        .isInstanceOf(PlaneException.class)
        .hasMessageContaining("is go1.24.1, the control plane's modules ask for go1.26.0")
        .hasMessageContaining("GOTOOLCHAIN")
        .hasMessageContaining("PLANE=existing");
  }

  @Test
  void oldGoThatMayFetchIsFine() throws IOException {
    install("go1.24.1", "auto");

    assertThat(GoCompiler.find(settings(), "1.26.0").command()).isEqualTo(folder.resolve("go"));
  }

  @Test
  void missingGoIsNamedByPackage() {
    assertThat(ToolchainErrors.goMissing("1.26.0"))
        .contains("apt install golang-go", "dnf install golang", "brew install go", "KUBE_BIN");
  }

  private Settings settings() {
    return new Settings(Map.of("PATH", folder.toString()));
  }

  private void install(String version, String toolchain) throws IOException {
    var go = folder.resolve("go");
    Files.writeString(go, "#!/bin/sh\necho %s\necho %s\n".formatted(version, toolchain));
    assertThat(go.toFile().setExecutable(true)).isTrue();
  }
}
