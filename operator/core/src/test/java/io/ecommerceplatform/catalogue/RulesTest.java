package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.catalogue.RuleGroup.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules hold what the sources want to be watched, and count what the shop really tells. */
class RulesTest {
  private static final Path COVERAGE = Path.of("../../docs/coverage.yaml");
  private static final Path CONTRACT = Path.of("../../workloads/contracts/metrics/shop.json");
  private static final Pattern OF_THE_SHOP =
      Pattern.compile("(?<![:\\w])(shop|http|tomcat|hikaricp)_\\w+");

  private final Catalogue catalogue = CatalogueLoader.load();

  @Test
  void everyThingThatTheSourcesWantInPrometheusHasARule() throws IOException {
    Set<String> wanted = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (JsonNode item : new YAMLMapper().readTree(COVERAGE.toFile()).path("items")) {
      known.add(item.path("id").asText());
      if (item.at("/coveredBy/object").asText().equals("PrometheusRule")) {
        wanted.add(item.path("id").asText());
      }
    }
    Set<String> covered = new HashSet<>();
    rules().forEach(rule -> covered.addAll(rule.covers()));
    assertThat(wanted).hasSizeGreaterThan(5);
    assertThat(covered).containsAll(wanted);
    assertThat(known).as("ids of docs/coverage.yaml").containsAll(covered);
  }

  @Test
  void anAlertSaysHowBadItIsAndWhatToDo() {
    Set<String> names = new HashSet<>();
    rules()
        .filter(rule -> rule.alert() != null)
        .forEach(
            rule -> {
              assertThat(names.add(rule.alert())).as(rule.alert() + " is there twice").isTrue();
              assertThat(rule.record()).as(rule.alert()).isNull();
              assertThat(rule.severity()).as(rule.alert()).isIn("critical", "warning");
              assertThat(rule.summary()).as(rule.alert()).isNotBlank();
              assertThat(rule.action()).as(rule.alert()).isNotBlank();
            });
    assertThat(names).hasSizeGreaterThan(25);
  }

  @Test
  void everyRuleIsOfOneNamespaceOrOfTheNodesBelowIt() {
    rules()
        .forEach(
            rule ->
                assertThat(rule.expr())
                    .matches(
                        text -> text.contains("$NAMESPACE") || text.startsWith("node:"), "scope"));
  }

  @Test
  void metricsOfTheShopAreThoseOfTheContract() throws IOException {
    Map<String, JsonNode> contract = new HashMap<>();
    for (JsonNode metric : new ObjectMapper().readTree(CONTRACT.toFile()).path("metrics")) {
      contract.put(metric.path("name").asText(), metric);
    }
    for (RuleGroup group : catalogue.rules()) {
      for (Rule rule : group.rules()) {
        for (String used : usedIn(rule.expr())) {
          assertThat(contract).as(group.name()).containsKey(used);
          Set<String> services = new HashSet<>();
          contract.get(used).path("services").forEach(s -> services.add(s.asText()));
          assertThat(services.isEmpty() || services.contains(group.when().component()))
              .as("%s in group %s, which is for %s", used, group.name(), group.when())
              .isTrue();
        }
      }
    }
  }

  private static List<String> usedIn(String expr) {
    return OF_THE_SHOP
        .matcher(expr)
        .results()
        .map(MatchResult::group)
        .map(name -> name.replaceAll("(?<=seconds)_(bucket|count|sum)$", ""))
        .toList();
  }

  private Stream<Rule> rules() {
    return catalogue.rules().stream().flatMap(group -> group.rules().stream());
  }
}
