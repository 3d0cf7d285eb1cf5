package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
  @TempDir private Path folder;

  @Test
  void pathsSurviveBlanksAndQuotes() {
    var text = new EnvFile(new PlaneHome(Path.of("/home/ada/it's mine")), "eu-west-1").text();

    assertThat(text)
        .startsWith("export KUBECONFIG='/home/ada/it'\\''s mine/kubeconfig'\n")
        .contains("export PATH='/home/ada/it'\\''s mine/bin':\"$PATH\"")
        .doesNotContain("AWS");
  }

  @Test
  void theEmulatorIsSelectedWhereThereIsOne() throws IOException {
    var home = new PlaneHome(folder);
    Files.createDirectories(home.plane());
    Files.writeString(home.data("aws-endpoint"), "http://127.0.0.1:4711");

    assertThat(new EnvFile(home, "eu-west-1").text())
        .contains("AWS_ENDPOINT_URL=http://127.0.0.1:4711 AWS_REGION=eu-west-1 ")
        .contains("AWS_ACCESS_KEY_ID=123456789012 ", "AWS_EC2_METADATA_DISABLED=true");
  }
}
