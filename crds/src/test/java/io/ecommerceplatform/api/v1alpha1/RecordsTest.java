package io.ecommerceplatform.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** 5 and 5.0 are the same value of a field. */
  private static final Comparator<JsonNode> SAME_NUMBER =
      (one, two) ->
          one.isNumber() && two.isNumber()
              ? Double.compare(one.asDouble(), two.asDouble())
              : one.equals(two) ? 0 : 1;

  static Stream<Class<?>> records() {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(PlatformSpec.class, found);
    collect(PlatformStatus.class, found);
    return found.stream();
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../samples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** An object that cannot be read stops the informer of every platform. */
  @ParameterizedTest
  @MethodSource("records")
  void aFieldOfANewerVersionDoesNotBreakReading(Class<?> type) throws Exception {
    String newer = "{\"aFieldOfANewerVersion\": {\"deep\": [1, 2]}}";
    assertThat(JSON.readValue(newer, type)).isNotNull();
    assertThat(new KubernetesSerialization().unmarshal(newer, type)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aFieldThatIsNotSetStaysNotSet(Class<?> type) throws Exception {
    Object empty = JSON.readValue("{}", type);
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(component.getAccessor().invoke(empty)).as(component.getName()).isNull();
    }
    assertThat(JSON.writeValueAsString(empty)).isEqualTo("{}");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsReadIsWrittenBackUnchanged(Path sample) throws IOException {
    JsonNode written = new YAMLMapper().readTree(sample.toFile());
    ECommercePlatform platform =
        new KubernetesSerialization().unmarshal(Files.readString(sample), ECommercePlatform.class);
    JsonNode back = JSON.valueToTree(platform.getSpec());
    assertThat(back.equals(SAME_NUMBER, withoutEmptyLists(written.get("spec")))).isTrue();
  }

  @Test
  void listsCannotBeChangedAfterwards() throws IOException {
    PlatformSpec spec =
        JSON.readValue("{\"services\": [{\"name\": \"order\"}]}", PlatformSpec.class);
    List<?> services = spec.services();
    assertThatThrownBy(services::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  /** An empty list says the same as no list. */
  private static JsonNode withoutEmptyLists(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(entry -> entry.getValue().isArray() && entry.getValue().isEmpty());
    }
    node.forEach(RecordsTest::withoutEmptyLists);
    return node;
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, found);
      }
    } else if (type instanceof Class<?> record && record.isRecord() && found.add(record)) {
      for (RecordComponent component : record.getRecordComponents()) {
        collect(component.getGenericType(), found);
      }
    }
  }
}
