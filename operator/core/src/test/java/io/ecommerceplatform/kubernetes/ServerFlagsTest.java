package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerFlagsTest {
  private static final ServerFlags FLAGS =
      new ServerFlags(Map.of("log_line_prefix", "$(POSTGRES_PASSWORD) $(B) %m"));

  @Test
  void aVariableOfTheContainerIsNotPutIntoAValue() {
    assertThat(FLAGS.pairs("-c"))
        .containsExactly("-c", "log_line_prefix=$$(POSTGRES_PASSWORD) $$(B) %m");
    assertThat(FLAGS.joined()).containsExactly("--log_line_prefix=$$(POSTGRES_PASSWORD) $$(B) %m");
    assertThat(FLAGS.separate())
        .containsExactly("--log_line_prefix", "$$(POSTGRES_PASSWORD) $$(B) %m");
  }

  @Test
  void behindAScriptTheFirstArgumentIsItsName() {
    assertThat(ServerFlags.behindScript("mongod", List.of("-x"))).containsExactly("mongod", "-x");
    assertThat(ServerFlags.behindScript("mongod", List.of())).isEmpty();
  }
}
