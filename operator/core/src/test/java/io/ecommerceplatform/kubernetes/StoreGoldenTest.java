package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.KafkaUser;
import io.ecommerceplatform.model.KafkaUser.Grant;
import io.ecommerceplatform.model.KafkaUser.Operation;
import io.ecommerceplatform.model.KafkaUser.Subject;
import io.ecommerceplatform.model.NodePool;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole stores as they are sent; {@code -Dgolden=write} writes the files anew. */
class StoreGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/stores");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();
  private static final KafkaTopic TOPIC = new KafkaTopic("order-events", 6, 1, 0);

  static Map<String, StorePlatform> cases() {
    Map<String, StorePlatform> cases = new TreeMap<>();
    cases.put(
        "postgresql-economy",
        StorePlatform.economy(Engine.PostgreSQL)
            .named("postgresql")
            .clients("order", "user")
            .dumped("0 3 * * *", 1));
    cases.put(
        "mysql-production",
        StorePlatform.production(Engine.MySQL)
            .named("revcart-mysql")
            .clients("order", "price-list")
            .database("revcart", "revcart_admin")
            .storageClass("gp3")
            .dumped("30 2 * * *", 7)
            .parameter("max_connections", "500")
            .pool(new NodePool("data", false)));
    cases.put(
        "mongodb-economy",
        StorePlatform.economy(Engine.MongoDB).named("catalogue").clients("product"));
    cases.put(
        "mongodb-production",
        StorePlatform.production(Engine.MongoDB)
            .named("catalogue")
            .members(3)
            .dumped("0 3 * * 0", 30)
            .parameter("ttlMonitorSleepSecs", "30")
            .clients("notification", "product"));
    addOthers(cases);
    return cases;
  }

  private static void addOthers(Map<String, StorePlatform> cases) {
    cases.put("redis-economy", StorePlatform.economy(Engine.Redis).named("redis").clients("cart"));
    cases.put(
        "redis-sentinel",
        StorePlatform.production(Engine.Redis)
            .named("redis")
            .members(3)
            .parameter("maxmemory-policy", "allkeys-lru")
            .clients("cart"));
    addKafka(cases);
    cases.put("opensearch-economy", StorePlatform.economy(Engine.OpenSearch).named("opensearch"));
    cases.put(
        "opensearch-production",
        StorePlatform.production(Engine.OpenSearch)
            .named("opensearch")
            .members(3)
            .clients("search"));
  }

  private static void addKafka(Map<String, StorePlatform> cases) {
    cases.put(
        "kafka-economy",
        StorePlatform.economy(Engine.Kafka).named("kafka").clients("order").topics(TOPIC));
    cases.put(
        "kafka-production",
        StorePlatform.production(Engine.Kafka)
            .named("kafka")
            .members(3)
            .clients("order")
            .topics(new KafkaTopic("order-events", 6, 3, 168))
            .pool(new NodePool("data", true)));
    cases.put(
        "kafka-strimzi-economy",
        StorePlatform.economy(Engine.Kafka)
            .strimzi()
            .named("kafka")
            .clients("order")
            .topics(TOPIC)
            .users(users()));
    cases.put(
        "kafka-strimzi-production",
        StorePlatform.production(Engine.Kafka)
            .strimzi()
            .named("kafka")
            .members(5)
            .storageClass("gp3")
            .topics(new KafkaTopic("order-events", 6, 3, 168))
            .pool(new NodePool("data", true)));
  }

  private static KafkaUser[] users() {
    return new KafkaUser[] {
      new KafkaUser(
          "kafka-order",
          List.of(
              new Grant(
                  Subject.TOPIC,
                  "order-events",
                  false,
                  List.of(Operation.DESCRIBE, Operation.WRITE)),
              new Grant(Subject.GROUP, "order", false, List.of(Operation.READ)),
              new Grant(
                  Subject.TRANSACTION,
                  "order-",
                  true,
                  List.of(Operation.WRITE, Operation.DESCRIBE)))),
      new KafkaUser("kafka-tool", List.of()),
      new KafkaUser(
          "kafka.keda",
          List.of(new Grant(Subject.GROUP, "order", false, List.of(Operation.DESCRIBE))))
    };
  }

  @TestFactory
  Stream<DynamicTest> sendsWhatTheFileSays() {
    return cases().entrySet().stream()
        .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> compare(c.getKey(), c.getValue())));
  }

  @Test
  void hasNoFileWithoutACase() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(cases().keySet());
    }
  }

  private static void compare(String name, StorePlatform store) throws IOException {
    Path file = FOLDER.resolve(name + ".yaml");
    String text = text(store.compile());
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("differs from %s; if that is wanted: make golden", file)
        .isEqualTo(Files.readString(file));
  }

  private static String text(Desired desired) throws JsonProcessingException {
    List<JsonNode> documents = new ArrayList<>();
    desired.secrets().forEach(s -> documents.add(Json.tree(s)));
    desired.objects().stream()
        .sorted(Comparator.comparing(Manifest::ref))
        .forEach(m -> documents.add(m.json()));
    StringBuilder text = new StringBuilder();
    for (JsonNode document : documents) {
      text.append(YAML.writeValueAsString(document));
    }
    return text.toString();
  }
}
