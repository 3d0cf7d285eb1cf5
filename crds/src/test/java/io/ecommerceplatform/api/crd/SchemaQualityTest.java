package io.ecommerceplatform.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema is the user's first reader: it explains and bounds everything. */
class SchemaQualityTest {
  private static final Set<String> OWNED_BY_KUBERNETES = Set.of("apiVersion", "kind", "metadata");

  /** kubectl apply keeps the whole object in an annotation, which has this limit. */
  private static final int ANNOTATION_LIMIT = 256 * 1024;

  private static JsonNode crd;

  private record Field(String path, JsonNode schema) {}

  @BeforeAll
  static void generate() throws IOException {
    crd = CrdGenerator.tree();
  }

  @Test
  void everyFieldHasADescription() {
    assertThat(fieldsWhere(field -> !field.schema().has("description") && named(field))).isEmpty();
  }

  @Test
  void everyListSaysHowManyItemsItTakes() {
    assertThat(fieldsWhere(field -> is(field, "array") && !field.schema().has("maxItems")))
        .isEmpty();
  }

  @Test
  void everyListSaysHowItMerges() {
    assertThat(
            fieldsWhere(
                field -> is(field, "array") && !field.schema().has("x-kubernetes-list-type")))
        .isEmpty();
  }

  @Test
  void everyMapSaysHowManyKeysItTakes() {
    assertThat(
            fieldsWhere(
                field ->
                    field.schema().has("additionalProperties")
                        && !field.schema().has("maxProperties")))
        .isEmpty();
  }

  @Test
  void everyStringIsBounded() {
    assertThat(
            fieldsWhere(
                field ->
                    (is(field, "string")
                            || field.schema().path("x-kubernetes-int-or-string").asBoolean())
                        && !field.schema().has("maxLength")
                        && !field.schema().has("enum")))
        .isEmpty();
  }

  @Test
  void everyRuleHasAMessageForAPerson() {
    assertThat(
            fieldsWhere(
                field -> {
                  for (JsonNode rule : field.schema().path("x-kubernetes-validations")) {
                    if (!rule.has("message") && !rule.has("messageExpression")) {
                      return true;
                    }
                  }
                  return false;
                }))
        .isEmpty();
  }

  @Test
  void theCrdFitsWhatKubectlApplyKeeps() throws IOException {
    assertThat(new ObjectMapper().writeValueAsBytes(crd)).hasSizeLessThan(ANNOTATION_LIMIT);
  }

  private static List<String> fieldsWhere(Predicate<Field> wrong) {
    List<Field> fields = new ArrayList<>();
    JsonNode root = crd.at("/spec/versions/0/schema/openAPIV3Schema");
    root.path("properties")
        .properties()
        .forEach(
            entry -> {
              if (!OWNED_BY_KUBERNETES.contains(entry.getKey())) {
                collect(entry.getKey(), entry.getValue(), fields);
              }
            });
    assertThat(fields).hasSizeGreaterThan(500);
    return fields.stream().filter(wrong).map(Field::path).toList();
  }

  private static void collect(String path, JsonNode schema, List<Field> fields) {
    fields.add(new Field(path, schema));
    schema
        .path("properties")
        .properties()
        .forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue(), fields));
    if (schema.has("items")) {
      collect(path + "[]", schema.get("items"), fields);
    }
    if (schema.has("additionalProperties")) {
      collect(path + "{}", schema.get("additionalProperties"), fields);
    }
  }

  private static boolean named(Field field) {
    return !field.path().endsWith("[]") && !field.path().endsWith("{}");
  }

  private static boolean is(Field field, String type) {
    return type.equals(field.schema().path("type").asText());
  }
}
