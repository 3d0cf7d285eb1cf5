package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.toolchain.RuleChecker;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a platform asks of Prometheus, as Prometheus itself reads it. */
class RulesApiTest {
  private static final Compiled EVERYTHING =
      Compiled.spec(
          """
          profile: Economy
          domain: {host: shop.example.com}
          databases:
            - {name: postgresql, engine: PostgreSQL, placement: InCluster}
            - {name: two, engine: MySQL, placement: InCluster}
            - {name: three, engine: MongoDB, placement: InCluster}
          observability:
            objectives: {checkoutSuccessPercent: 99.9, apiP95Millis: 300, windowDays: 30}
          """);

  private final RuleChecker prometheus =
      new RuleChecker(Settings.ofThisProcess(), System.err::println);

  @TempDir private Path folder;

  @Test
  void prometheusTakesEveryRule() throws IOException {
    JsonNode spec = EVERYTHING.object("PrometheusRule/shop").path("spec");

    assertThat(spec.path("groups").findValuesAsText("name"))
        .contains("services", "postgresql", "mysql", "mongodb", "redis", "kafka", "opensearch")
        .contains("orders", "payments", "objectives");
    assertThat(prometheus.errors(written(spec))).isEmpty();
  }

  @Test
  void prometheusTakesTheRulesOfAKafkaThatStrimziRuns() throws IOException {
    JsonNode spec =
        Compiled.spec("{profile: Economy, kafka: {provider: Strimzi}}")
            .object("PrometheusRule/shop")
            .path("spec");

    assertThat(spec.toString()).contains("kafka.dead-letters").doesNotContain("kafka-0");
    assertThat(prometheus.errors(written(spec))).isEmpty();
  }

  @Test
  void prometheusTakesEveryQueryOfTheDashboards() throws IOException {
    List<Object> rules = new ArrayList<>();
    EVERYTHING.desired().objects().stream()
        .filter(m -> m.labels().containsKey("grafana_dashboard"))
        .flatMap(m -> Json.strings(m.json(), "data").values().stream())
        .flatMap(text -> Json.parse(text).findValuesAsText("expr").stream())
        .forEach(expr -> rules.add(Map.of("record", "query" + rules.size(), "expr", expr)));

    assertThat(rules).hasSizeGreaterThan(20);
    assertThat(prometheus.errors(written(groups(rules)))).isEmpty();
  }

  @Test
  void whatPrometheusWouldRefuseIsSeen() throws IOException {
    JsonNode wrong = groups(List.of(Map.of("record", "a", "expr", "sum(rate(x[5m])")));

    assertThat(prometheus.errors(written(wrong))).hasSize(1).first().asString().contains("a");
  }

  @Test
  void aPlatformIsAskedOnlyAboutWhatItHas() {
    Compiled small = Compiled.of(Resolved.spec("{profile: Economy, services: [{name: web}]}"));

    assertThat(small.object("PrometheusRule/shop").at("/spec/groups").findValuesAsText("name"))
        .containsExactly("services", "pods", "nodes");
  }

  private static JsonNode groups(List<Object> rules) {
    return Json.tree(Map.of("groups", List.of(Map.of("name", "all", "rules", rules))));
  }

  private Path written(JsonNode rules) throws IOException {
    return Files.writeString(
        folder.resolve("rules.yaml"), new YAMLMapper().writeValueAsString(rules));
  }
}
