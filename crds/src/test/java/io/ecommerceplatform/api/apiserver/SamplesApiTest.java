package io.ecommerceplatform.api.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What kubectl apply accepts and what it refuses, and with which words. */
@LocalPlane
class SamplesApiTest {
  private static final String EXPECT = "# expect: ";
  private static final int PROMISED = 60;

  @TestFactory
  Stream<DynamicTest> everySampleIsAccepted(KubernetesClient client) throws IOException {
    Platforms.install(client);
    Platforms platforms = new Platforms(client, "default");
    return Platforms.samples("").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThatCode(() -> platforms.check(Files.readString(file)))
                            .doesNotThrowAnyException()));
  }

  @Test
  void nearlyEveryFieldAtOnceIsAccepted(KubernetesClient client) throws IOException {
    Platforms.install(client);
    Path large = Path.of("src/test/resources/large.yaml");
    assertThatCode(() -> new Platforms(client, "default").check(Files.readString(large)))
        .doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> everyInvalidSampleIsRefusedWithItsMessage(KubernetesClient client)
      throws IOException {
    Platforms.install(client);
    Platforms platforms = new Platforms(client, "default");
    assertThat(Platforms.samples("invalid")).hasSizeGreaterThanOrEqualTo(PROMISED);
    return Platforms.samples("invalid").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> refused(platforms, file)));
  }

  private static void refused(Platforms platforms, Path file) throws IOException {
    String yaml = Files.readString(file);
    String first = yaml.lines().findFirst().orElse("");
    assertThat(first).as("first line of %s", file).startsWith(EXPECT);
    assertThatThrownBy(() -> platforms.check(yaml))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(first.substring(EXPECT.length()));
  }
}
