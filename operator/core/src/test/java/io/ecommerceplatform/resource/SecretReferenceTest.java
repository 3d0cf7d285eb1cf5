package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretReferenceTest {
  private static final SecretReference PASSWORD =
      new SecretReference("core-credentials", "password");

  private final ObjectNode settings =
      (ObjectNode) Json.tree(Map.of("password", PASSWORD.text(), "port", 3306));

  @Test
  void aPlanShowsWhereTheValueIs() {
    assertThat(References.shown(settings).path("password").asText())
        .isEqualTo("(key password of Secret core-credentials)");
  }

  @Test
  void theCallGetsTheValue() {
    assertThat(SecretReference.in(settings)).containsExactly(PASSWORD);
    assertThat(SecretReference.resolved(settings, any -> "a$b\\").path("password").asText())
        .isEqualTo("a$b\\");
  }

  @Test
  void itIsNoEdgeOfTheGraph() {
    assertThat(References.open(settings)).isEmpty();
  }
}
