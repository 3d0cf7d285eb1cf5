package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void thePortIsTheOneThatIsSetOrTheOneOfTheScheme() {
    assertThat(Ports.of("http://collector:4318/v1/traces")).isEqualTo(4318);
    assertThat(Ports.of("https://collector.example.com/v1/traces")).isEqualTo(443);
    assertThat(Ports.of("http://collector")).isEqualTo(80);
    assertThat(Ports.of("http://[fd00::1]:4318")).isEqualTo(4318);
    assertThat(Ports.of("https://me:word@collector:4317")).isEqualTo(4317);
  }

  @Test
  void whatTheSchemaLetsPassNeverThrows() {
    assertThat(Ports.of("http://collector:4318/{tenant}|traces")).isEqualTo(4318);
    assertThat(Ports.of("http://my_collector:4318/%zz")).isEqualTo(4318);
    assertThat(Ports.of("http://:")).isEqualTo(80);
  }
}
