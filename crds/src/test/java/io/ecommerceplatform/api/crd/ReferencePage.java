package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the reference of the resource from its schema, a table per type. */
final class ReferencePage {
  private final Map<Class<?>, JsonNode> types = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder();

  private ReferencePage() {}

  static String of(JsonNode crd, Class<?> spec, Class<?> status) {
    ReferencePage reference = new ReferencePage();
    JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema");
    reference.head(crd, schema);
    reference.collect(spec, schema.at("/properties/spec"));
    reference.collect(status, schema.at("/properties/status"));
    reference.types.forEach(reference::section);
    return reference.page.toString().stripTrailing() + "\n";
  }

  private void head(JsonNode crd, JsonNode schema) {
    page.append("<!-- Generated from the CRD by `make golden`. -->\n# ECommercePlatform\n\n");
    page.append(
        "`apiVersion: ecommerceplatform.io/v1alpha1`, `kind: ECommercePlatform`,"
            + " short name `ecp`, namespaced.\n\n");
    page.append(
        "A field that is not set stays not set: its value then follows the profile. Required"
            + " fields have a star. Everything below is checked by the API server.\n\n");
    page.append("`kubectl get ecp` shows ");
    page.append(
        StreamSupport.stream(
                crd.at("/spec/versions/0/additionalPrinterColumns").spliterator(), false)
            .map(column -> column.path("name").asText().toUpperCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", ", "", " (the last with `-o wide`).\n\n")));
    rules(schema);
  }

  /** Breadth first, so that a type stands near the one that uses it. */
  private void collect(Class<?> root, JsonNode schema) {
    record Open(Class<?> type, JsonNode schema) {}
    Deque<Open> open = new ArrayDeque<>();
    open.add(new Open(root, schema));
    while (!open.isEmpty()) {
      Open next = open.poll();
      if (types.putIfAbsent(next.type(), next.schema()) != null) {
        continue;
      }
      for (RecordComponent component : next.type().getRecordComponents()) {
        JsonNode property = next.schema().path("properties").path(jsonName(component));
        Class<?> element = element(component.getGenericType());
        if (element.isRecord()) {
          open.add(new Open(element, content(property)));
        }
      }
    }
  }

  private void section(Class<?> type, JsonNode schema) {
    page.append("## ").append(type.getSimpleName()).append("\n\n");
    page.append("| field | type | default | bounds | description |\n|---|---|---|---|---|\n");
    for (RecordComponent component : type.getRecordComponents()) {
      String name = jsonName(component);
      JsonNode property = schema.path("properties").path(name);
      boolean required = contains(schema.path("required"), name);
      page.append("| `").append(name).append(required ? "` \\*" : "`");
      page.append(" | ").append(typeText(component, property));
      page.append(" | ").append(code(property.path("default").asText("")));
      page.append(" | ").append(Bounds.text(property));
      page.append(" | ").append(cell(property.path("description").asText())).append(" |\n");
    }
    page.append('\n');
    rules(schema);
  }

  private void rules(JsonNode schema) {
    JsonNode rules = schema.path("x-kubernetes-validations");
    if (rules.isEmpty()) {
      return;
    }
    page.append("Refused with:\n\n");
    rules.forEach(rule -> page.append("- ").append(message(rule)).append('\n'));
    page.append('\n');
  }

  private static String message(JsonNode rule) {
    if (rule.has("message")) {
      return rule.get("message").asText();
    }
    String expression = rule.path("messageExpression").asText();
    return expression
        .substring(1, expression.lastIndexOf("'.format("))
        .replace("%s", "…")
        .replace("%%", "%");
  }

  private static String typeText(RecordComponent component, JsonNode property) {
    Type type = component.getGenericType();
    Class<?> element = element(type);
    String name = element.isRecord() ? link(element) : plain(element, content(property));
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class ? "map of " + name : "list of " + name;
    }
    return name;
  }

  private static String plain(Class<?> type, JsonNode schema) {
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.get("enum").spliterator(), false)
          .map(value -> "`" + value.asText() + "`")
          .collect(Collectors.joining(", "));
    }
    return type.getName().startsWith("java.lang.")
        ? schema.path("type").asText()
        : type.getSimpleName();
  }

  private static String link(Class<?> type) {
    String name = type.getSimpleName();
    return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
  }

  private static JsonNode content(JsonNode property) {
    return property.has("items")
        ? property.get("items")
        : property.has("additionalProperties") ? property.get("additionalProperties") : property;
  }

  private static Class<?> element(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return element(arguments[arguments.length - 1]);
    }
    return (Class<?>) type;
  }

  private static String jsonName(RecordComponent component) {
    return Arrays.stream(component.getAccessor().getAnnotationsByType(JsonProperty.class))
        .map(JsonProperty::value)
        .findFirst()
        .orElse(component.getName());
  }

  private static boolean contains(JsonNode values, String value) {
    return StreamSupport.stream(values.spliterator(), false)
        .anyMatch(node -> node.asText().equals(value));
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
