package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnvFileTest {

  @Test
  void pathsSurviveBlanksAndQuotes() {
    var text = new EnvFile(new PlaneHome(Path.of("/home/ada/it's mine"))).text();

    assertThat(text)
        .startsWith("export KUBECONFIG='/home/ada/it'\\''s mine/kubeconfig'\n")
        .contains("export PATH='/home/ada/it'\\''s mine/bin':\"$PATH\"");
  }
}
