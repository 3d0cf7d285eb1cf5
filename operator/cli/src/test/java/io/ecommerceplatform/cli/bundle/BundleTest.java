package io.ecommerceplatform.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret that stands anywhere in the evidence stands nowhere in the files. */
class BundleTest {
  private static final String CANARY = "canary-4711-xyz";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
  private static final String SECRET =
      "{metadata: {name: s}, data: {password: %s, username: b3JkZXJz}}".formatted(ENCODED);

  @Test
  void aValueOfASecretIsMaskedWhereverItStands() {
    Map<String, String> files =
        files(
            """
            {metadata: {name: o, annotations: {note: "%1$s", encoded: "%2$s"}},
             spec: {args: ["--password=%1$s"], text: "a\\n%1$s\\nb"}}
            """
                .formatted(CANARY, ENCODED),
            "line with " + CANARY + " in it");
    assertThat(files.values()).noneMatch(t -> t.contains(CANARY) || t.contains(ENCODED));
    assertThat(files.get("log")).isEqualTo("line with *** in it");
  }

  @Test
  void ofASecretTheNamesStay() {
    assertThat(files("{}", "").get("secrets.yaml")).contains("\"s\":[\"password\",\"username\"]");
  }

  @Test
  void aVariableThatSoundsLikeASecretIsMasked() {
    String text =
        files(
                """
                {env: [{name: API_TOKEN, value: opened}, {name: LEVEL, value: info}],
                 data: {SMTP_PASSWORD: sesame, MODE: fast}}
                """,
                "")
            .get("o");
    assertThat(text).doesNotContain("opened", "sesame").contains("info", "fast", "API_TOKEN");
  }

  @Test
  void whatWasAppliedBeforeAndBookkeepingGo() {
    String text =
        files(
                """
                {metadata: {name: o, managedFields: [{manager: m}],
                 annotations: {kubectl.kubernetes.io/last-applied-configuration: hidden, a: b}}}
                """,
                "")
            .get("o");
    assertThat(text).isEqualTo("[{\"metadata\":{\"name\":\"o\",\"annotations\":{\"a\":\"b\"}}}]");
  }

  @Test
  void loginsInAddressesGoAndUserNamesStay() {
    assertThat(files("{}", "postgresql://orders:pw@db:5432/orders").get("log"))
        .isEqualTo("postgresql://orders:***@db:5432/orders");
  }

  @Test
  void passwordsInsideOfARegistrySecretAreMasked() {
    String config =
        "{\"auths\": {\"r\": {\"password\": \"hunter22\", \"auth\": \"b3I6aHVudGVy\"}}}";
    String encoded = Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8));
    JsonNode secret =
        yaml("{metadata: {name: r}, data: {.dockerconfigjson: %s}}".formatted(encoded));
    assertThat(Redaction.of(List.of(secret)).text("a hunter22 b b3I6aHVudGVy c {"))
        .isEqualTo("a *** b *** c {");
    JsonNode braces = yaml("{metadata: {name: r}, data: {a: %s}}".formatted("e2Fub3RoZXI="));
    assertThat(Redaction.of(List.of(braces)).text("x {another y")).isEqualTo("x *** y");
  }

  private static Map<String, String> files(String object, String log) {
    Evidence evidence =
        new Evidence(Map.of("o", List.of(yaml(object))), Map.of("log", log), List.of(yaml(SECRET)));
    return new Bundle(List::toString).files(evidence);
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
