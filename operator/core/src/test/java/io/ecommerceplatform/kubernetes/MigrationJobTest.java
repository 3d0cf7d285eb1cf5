package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationJobTest {
  private static final String USER = "{profile: Economy, services: [{name: user%s}]}";
  private static final String BY_JOB = ", migrations: Job";

  @Test
  void theImageOfTheServiceMigratesAndItsPodsDoNot() {
    Compiled compiled = Compiled.spec(USER.formatted(BY_JOB));
    JsonNode deployment = compiled.object("Deployment/user-blue").at("/spec/template/spec");
    JsonNode job = compiled.object("Job/" + name(compiled)).at("/spec/template/spec");
    assertThat(job.at("/containers/0/image")).isEqualTo(deployment.at("/containers/0/image"));
    assertThat(job.at("/containers/0/args/0").asText()).isEqualTo("migrate");
    assertThat(job.path("serviceAccountName").asText()).isEqualTo("user");
    assertThat(job.at("/containers/0/env").toString())
        .contains("{\"name\":\"SPRING_FLYWAY_ENABLED\",\"value\":\"true\"}")
        .contains("postgresql-user-credentials");
    String config = deployment.at("/containers/0/envFrom/0/configMapRef/name").asText();
    assertThat(compiled.object("ConfigMap/" + config).at("/data/SPRING_FLYWAY_ENABLED").asText())
        .isEqualTo("false");
  }

  @Test
  void itsPodReachesTheDatabaseAndNoServiceSelectsIt() {
    Compiled compiled = Compiled.spec(USER.formatted(BY_JOB));
    JsonNode labels = compiled.object("Job/" + name(compiled)).at("/spec/template/metadata/labels");
    assertThat(labels.path("app.kubernetes.io/component").asText()).isEqualTo("migration");
    assertThat(compiled.object("Service/user").at("/spec/selector").toString())
        .contains("\"app.kubernetes.io/component\":\"service\"");
    assertThat(compiled.object("NetworkPolicy/user").at("/spec/podSelector").toString())
        .contains("\"values\":[\"migration\",\"service\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {", image: {tag: v2}", ", env: [{name: A, value: b}]"})
  void whatTheJobSeesIsInItsName(String change) {
    String before = name(Compiled.spec(USER.formatted(BY_JOB)));
    assertThat(name(Compiled.spec(USER.formatted(BY_JOB + change)))).isNotEqualTo(before);
  }

  @Test
  void whatItDoesNotSeeIsNot() {
    String before = name(Compiled.spec(USER.formatted(BY_JOB)));
    String scaling = ", scaling: {cpuPercent: 50}, expose: {path: /u}";
    assertThat(name(Compiled.spec(USER.formatted(BY_JOB + scaling)))).isEqualTo(before);
  }

  @Test
  void theProfileDecidesForWhatIsBundledAndHasASchema() {
    String services = "services: [{name: user}, {name: web}, {name: search}, {name: tool, %s}]";
    String tool = "port: 80, image: {repository: example.com/tool, tag: a}";
    Compiled compiled =
        Compiled.spec(
            """
            profile: Production
            databases: [{name: db, engine: PostgreSQL, placement: InCluster}]
            caches: [{name: redis, placement: InCluster}]
            messaging: {transport: Kafka}
            search: {placement: InCluster}
            """
                + services.formatted(tool));
    assertThat(compiled.ids()).filteredOn(id -> id.contains("-migrate-")).hasSize(1);
    assertThat(name(compiled)).startsWith("user-migrate-");
  }

  @Test
  void theLongestNameStaysALabel() {
    String name = "a".repeat(57);
    Compiled compiled =
        Compiled.spec(
            "{profile: Economy, services: [{name: %s, port: 80, migrations: Job, image: {repository: a/b, tag: c}}]}"
                .formatted(name));
    assertThat(name(compiled)).hasSize(63);
  }

  private static String name(Compiled compiled) {
    return compiled.ids().stream()
        .filter(id -> id.contains("-migrate-"))
        .map(id -> id.substring("Job/".length()))
        .findFirst()
        .orElseThrow();
  }
}
