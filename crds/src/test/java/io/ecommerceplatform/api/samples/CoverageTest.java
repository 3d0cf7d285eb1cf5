package io.ecommerceplatform.api.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every line of docs/coverage.yaml points at something that exists. */
class CoverageTest {
  private static final Set<String> STATES = Set.of("built", "planned", "departure");
  private static final Set<String> COVERED_BY =
      Set.of("field", "object", "bootstrap", "workload", "departure");

  /** Kinds that the compilers of this release make. */
  private static final Set<String> KINDS =
      Set.of(
          "cloudwatch.Alarm",
          "cloudwatch.Dashboard",
          "ConfigMap",
          "Deployment",
          "HorizontalPodAutoscaler",
          "Ingress",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "PrometheusRule",
          "Secret",
          "secretsmanager.Secret",
          "Service",
          "ServiceAccount",
          "ServiceMonitor",
          "StatefulSet",
          "iam.Role",
          "rds.Instance",
          "docdb.Instance",
          "rds.SubnetGroup");

  private final JsonNode coverage = RepositoryFiles.yaml("docs/coverage.yaml");
  private final JsonNode schema = RepositoryFiles.schema();

  @Test
  void itemsAreWhole() {
    Set<String> ids = new HashSet<>();
    for (JsonNode item : coverage.path("items")) {
      String id = item.path("id").asText();
      assertThat(ids.add(id)).as("%s is listed twice", id).isTrue();
      assertThat(coverage.path("sources").has(item.path("source").asText())).as(id).isTrue();
      assertThat(id).startsWith(item.path("source").asText() + "-");
      assertThat(item.path("text").asText()).as(id).isNotBlank();
      assertThat(STATES).as(id).contains(item.path("state").asText());
      JsonNode by = item.path("coveredBy");
      assertThat(by.size()).as(id).isOne();
      assertThat(COVERED_BY).as(id).contains(by.fieldNames().next());
      assertThat(item.path("state").asText().equals("departure"))
          .as("%s: a departure and only a departure has that state", id)
          .isEqualTo(by.has("departure"));
    }
  }

  @Test
  void everySourceIsThere() {
    Map<String, Integer> items = new HashMap<>();
    coverage.path("items").forEach(i -> items.merge(i.path("source").asText(), 1, Integer::sum));
    assertThat(items.keySet()).containsExactlyInAnyOrder("000", "001", "002", "003", "004");
    coverage
        .path("sources")
        .forEach(s -> assertThat(RepositoryFiles.samples()).contains(s.path("sample").asText()));
  }

  @Test
  void fieldsExistInTheSchema() {
    for (JsonNode item : coverage.path("items")) {
      for (String field : fields(item)) {
        assertThat(SchemaPath.parse(field).existsIn(schema))
            .as("%s: %s", item.path("id").asText(), field)
            .isTrue();
      }
    }
  }

  @Test
  void departuresHaveReasons() {
    for (JsonNode item : coverage.path("items")) {
      JsonNode reason = item.at("/coveredBy/departure");
      assertThat(reason.isMissingNode() || reason.asText().length() > 20)
          .as(item.path("id").asText())
          .isTrue();
    }
  }

  @Test
  void workloadsAndBootstrapPartsExist() {
    for (JsonNode item : coverage.path("items")) {
      JsonNode by = item.path("coveredBy");
      String id = item.path("id").asText();
      if (by.has("bootstrap")) {
        assertThat(coverage.path("bootstrap").has(by.path("bootstrap").asText())).as(id).isTrue();
      }
      if (by.has("workload")) {
        String service = by.path("workload").asText().split("/")[0];
        String contract = "workloads/contracts/env/" + service + ".json";
        assertThat(Files.exists(RepositoryFiles.ROOT.resolve(contract))).as(id).isTrue();
      }
    }
  }

  @Test
  void whatIsBuiltIsShownByTheSampleOfItsSource() {
    for (JsonNode item : coverage.path("items")) {
      if (!item.path("state").asText().equals("built")) {
        continue;
      }
      String id = item.path("id").asText();
      if (item.path("coveredBy").has("object")) {
        assertThat(KINDS).as(id).contains(item.at("/coveredBy/object").asText());
        continue;
      }
      assertThat(fields(item)).as("%s: only fields and objects are built", id).isNotEmpty();
      String sample =
          coverage.path("sources").path(item.path("source").asText()).path("sample").asText();
      JsonNode resource = RepositoryFiles.yaml(sample);
      for (String field : fields(item)) {
        assertThat(SchemaPath.parse(field).isSetIn(resource))
            .as("%s: %s in %s", id, field, sample)
            .isTrue();
      }
    }
  }

  private static List<String> fields(JsonNode item) {
    JsonNode field = item.at("/coveredBy/field");
    List<String> paths = new ArrayList<>();
    if (field.isTextual()) {
      paths.add(field.asText());
    }
    field.forEach(f -> paths.add(f.asText()));
    return paths;
  }
}
