package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretVersionTest {
  private static ObjectNode settings(String beside) {
    String version = new SecretVersion("keys", beside).text();
    return (ObjectNode) Json.tree(Map.of("versionId", version, "description", "d"));
  }

  private static String version(String content, String beside) {
    return SecretVersion.resolved(settings(beside), secret -> Optional.of(content))
        .path("versionId")
        .asText();
  }

  @Test
  void itFollowsFromWhatIsInIt() {
    assertThat(version("a", "1"))
        .matches("[0-9a-f-]{36}")
        .isEqualTo(version("a", "1"))
        .isNotEqualTo(version("b", "1"))
        .isNotEqualTo(version("a", "2"));
  }

  @Test
  void whoDoesNotKnowTheContentAsksForNoVersion() {
    ObjectNode resolved = SecretVersion.resolved(settings("1"), secret -> Optional.empty());
    assertThat(resolved.has("versionId")).isFalse();
    assertThat(resolved.path("description").asText()).isEqualTo("d");
  }
}
