package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterRulesTest {
  private static final String SHOP =
      """
      profile: Economy
      version: "1.0.0"
      databases: [{name: db, engine: %s, parameters: {%s}}]
      """;

  @Test
  void settingsReachTheServerInTheOrderOfTheirNames() {
    Platform shop =
        Resolved.spec(SHOP.formatted("PostgreSQL", "work_mem: 8MB, log_lock_waits: \"on\""));
    assertThat(shop.store("db").orElseThrow().parameters().toString())
        .isEqualTo("{log_lock_waits=on, work_mem=8MB}");
    assertThat(refused(shop)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PostgreSQL, archive_command",
    "PostgreSQL, Listen_Addresses",
    "PostgreSQL, unix_socket_group",
    "MySQL, secure-file-priv",
    "MySQL, init_file",
    "MongoDB, enableLocalhostAuthBypass"
  })
  void whatTheOperatorSetsAndWhatRunsAProgramIsRefused(String engine, String name) {
    Platform shop = Resolved.spec(SHOP.formatted(engine, name + ": x, other: y"));
    assertThat(shop.store("db").orElseThrow().parameters()).containsOnlyKeys("other");
    assertThat(refused(shop))
        .extracting(Finding::text)
        .containsExactly(
            "spec.databases[db].parameters[%s]: is set by the operator, or would run a program; take it out. The server runs without it"
                .formatted(name));
  }

  @Test
  void aValueOfTwoLinesAndANameThatIsNoneAreRefused() {
    Platform shop =
        Resolved.spec(SHOP.formatted("PostgreSQL", "a: \"1\\nport=1\", \"b --c\": x, \"-d\": x"));
    assertThat(shop.store("db").orElseThrow().parameters()).isEmpty();
    // what is no name is not shown, so both look alike
    assertThat(refused(shop)).hasSize(2);
  }

  @Test
  void thePasswordOfACacheIsNotTheResourcesToSet() {
    Platform shop =
        Resolved.spec(
            """
            profile: Economy
            version: "1.0.0"
            caches: [{name: hot, parameters: {requirepass: x, maxmemory-policy: allkeys-lru}}]
            """);
    assertThat(shop.store("hot").orElseThrow().parameters()).containsOnlyKeys("maxmemory-policy");
    assertThat(refused(shop)).hasSize(1);
  }

  private static List<Finding> refused(Platform platform) {
    return platform.findings().stream()
        .filter(finding -> finding.reason() == Reason.ParameterRefused)
        .toList();
  }
}
