package io.ecommerceplatform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.model.OperatorSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A plan without options is that of an operator without settings. */
class OperatorDefaultsTest {
  private static final Path SHIPPED = Path.of("../app/src/main/resources/application.properties");

  @Test
  void areThoseOfTheOperator() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(SHIPPED)) {
      properties.load(reader);
    }
    OperatorOptions options = new OperatorOptions();
    new CommandLine(options).parseArgs();
    assertThat(options.settings())
        .as("Repair: make the defaults of OperatorOptions those of application.properties")
        .isEqualTo(
            new OperatorSettings(
                properties.getProperty("ecp.installation"),
                properties.getProperty("ecp.image-registry"),
                properties.getProperty("ecp.image-prefix"),
                BuildVersion.read(),
                properties.getProperty("ecp.ingress-class"),
                properties.getProperty("ecp.velero-namespace")));
  }
}
