package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalogue catalogue = CatalogueLoader.load();

  static Stream<BundledService> services() {
    return CatalogueLoader.load().services().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void followsTheSchema(BundledService service) throws IOException {
    JsonNode rules = json("schema").at("/$defs/variable");
    Set<String> allowed = new HashSet<>();
    rules.path("properties").fieldNames().forEachRemaining(allowed::add);
    Set<String> names = new HashSet<>();
    JsonNode contract = json(service.name());
    assertThat(contract.path("service").asText()).isEqualTo(service.name());
    for (JsonNode variable : contract.path("variables")) {
      String name = variable.path("name").asText();
      assertThat(names.add(name)).as("%s is listed twice", name).isTrue();
      variable.fieldNames().forEachRemaining(f -> assertThat(allowed).as(name).contains(f));
      rules.path("required").forEach(f -> assertThat(variable.has(f.asText())).as(name).isTrue());
      for (String field : Set.of("name", "from")) {
        Pattern pattern = Pattern.compile(rules.at("/properties/" + field + "/pattern").asText());
        assertThat(variable.path(field).asText()).as(name).matches(pattern);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void sourcesExist(BundledService service) {
    for (EnvVariable variable : catalogue.contract(service.name()).orElseThrow().variables()) {
      assertThat(resolvable(service, variable))
          .as("%s: %s from %s", service.name(), variable.name(), variable.from())
          .isTrue();
    }
  }

  private boolean resolvable(BundledService service, EnvVariable variable) {
    return switch (variable.source()) {
      case EnvSource.Constant c -> !variable.required() || variable.fallback() != null;
      case EnvSource.Self s -> true;
      case EnvSource.ServiceUrl u -> service.dependsOn().contains(u.service());
      case EnvSource.Store s -> service.need(s.kind()).isPresent();
      case EnvSource.Item i -> item(service, i);
      case EnvSource.Fact f -> true;
      case EnvSource.SecretEntry e -> variable.secret() && !variable.required();
    };
  }

  private static boolean item(BundledService service, EnvSource.Item item) {
    return switch (item.kind()) {
      case "topic" -> service.publishes().contains(item.name());
      case "queue" -> service.consumes().contains(item.name());
      case "table" -> service.needs().stream().anyMatch(n -> item.name().equals(n.table()));
      default -> true; // buckets and streams are optional parts of a platform
    };
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyNeedReachesTheProcess(BundledService service) {
    EnvContract contract = catalogue.contract(service.name()).orElseThrow();
    for (Need need : service.needs()) {
      assertThat(contract.variables())
          .as("%s: %s", service.name(), need.kind())
          .anyMatch(v -> reads(v.source(), need));
    }
    for (String topic : service.publishes()) {
      assertThat(contract.variables()).anyMatch(v -> v.from().equals("topic." + topic + ".arn"));
    }
    for (String queue : service.consumes()) {
      assertThat(contract.variables()).anyMatch(v -> v.from().equals("queue." + queue + ".url"));
    }
  }

  private static boolean reads(EnvSource source, Need need) {
    return switch (source) {
      case EnvSource.Store s -> s.kind() == need.kind();
      case EnvSource.Item i -> need.kind() == StoreKind.TABLE && i.name().equals(need.table());
      default -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("services")
  void secretsAreMarked(BundledService service) {
    for (EnvVariable variable : catalogue.contract(service.name()).orElseThrow().variables()) {
      boolean named = variable.from().matches(".*(password|jwt\\.secret)$|secret\\..*");
      if (named || variable.type() == EnvVariable.Type.SECRET) {
        assertThat(variable.secret()).as(variable.name()).isTrue();
        assertThat(variable.fallback()).as(variable.name()).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void defaultsAreOfTheirType(BundledService service) {
    for (EnvVariable variable : catalogue.contract(service.name()).orElseThrow().variables()) {
      variable
          .defaultValue()
          .ifPresent(
              text ->
                  assertThat(text)
                      .as("%s: %s", service.name(), variable.name())
                      .matches(form(variable.type())));
    }
  }

  private static String form(EnvVariable.Type type) {
    return switch (type) {
      case STRING, SECRET -> ".+";
      case INT -> "[0-9]+";
      case BOOL -> "true|false";
      case URL -> "[a-z]+://.+";
      case DURATION -> "P([0-9]+D)?(T([0-9]+[HMS])+)?";
    };
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in =
        EnvContractTest.class.getResourceAsStream("/contracts/env/" + name + ".json")) {
      assertThat(in).as("workloads/contracts/env/%s.json", name).isNotNull();
      return JSON.readTree(in);
    }
  }
}
