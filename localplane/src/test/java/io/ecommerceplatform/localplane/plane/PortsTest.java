package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void noPortIsGivenTwice() {
    assertThat(Ports.distinct(50)).hasSize(50).doesNotHaveDuplicates();
  }
}
