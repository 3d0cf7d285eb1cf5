package io.ecommerceplatform.cost;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.Billed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one item of each type uses in a month: a data file, so that a new type is one row. */
final class ItemRows {
  private static final Pattern FIELD = Pattern.compile("\\{([^}]+)}");

  private final JsonNode file;

  private ItemRows(JsonNode file) {
    this.file = file;
  }

  static ItemRows load() {
    return new ItemRows(PriceTable.read("/cost/items.yaml"));
  }

  /**
   * What became of one thing.
   *
   * @param usages what it uses
   * @param assumed names of the assumed quantities in them
   * @param unknown why something of it could not be told; empty when all could
   */
  record Told(List<Usage> usages, Set<String> assumed, List<String> unknown) {}

  Told of(Billed thing) {
    Told told = new Told(new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
    if (file.path("byUse").has(thing.type())) {
      String what = file.path("byUse").path(thing.type()).asText();
      told.unknown().add("%s: %s depend on use".formatted(thing.path(), what));
    } else if (!file.path("rows").has(thing.type())) {
      if (!isFree(thing.type())) {
        told.unknown().add("%s: no row for %s".formatted(thing.path(), thing.type()));
      }
    }
    file.path("rows").path(thing.type()).forEach(row -> add(told, row, thing));
    return told;
  }

  /** For people: a quantity that no field tells. */
  String assumption(String name) {
    JsonNode assumed = file.path("assumed").path(name);
    return "%s %s, %s"
        .formatted(
            assumed.path("quantity").asText(),
            assumed.path("unit").asText(),
            assumed.path("why").asText());
  }

  /** Every price that a row names without a field of the item in it. */
  Map<String, String> fixedPrices() {
    Map<String, String> keys = new LinkedHashMap<>();
    file.path("rows")
        .properties()
        .forEach(
            type ->
                type.getValue()
                    .forEach(
                        row -> {
                          String key = row.path("price").asText();
                          if (!key.contains("{")) {
                            keys.put(key, type.getKey());
                          }
                        }));
    return keys;
  }

  private boolean isFree(String type) {
    return file.path("free").valueStream().anyMatch(free -> free.asText().equals(type));
  }

  private void add(Told told, JsonNode row, Billed thing) {
    if ((row.has("if") && !isAnySet(thing, row.path("if")))
        || isAnySet(thing, row.path("unless"))) {
      return;
    }
    Optional<String> key = key(row.path("price").asText(), thing);
    Optional<Double> quantity = quantity(told, row, thing);
    if (key.isEmpty() || quantity.isEmpty()) {
      told.unknown()
          .add(
              "%s: %s needs %s"
                  .formatted(thing.path(), thing.type(), String.join(", ", missing(row, thing))));
      return;
    }
    double twice = isAnySet(thing, row.path("double")) ? 2 : 1;
    told.usages()
        .add(
            new Usage(
                row.path("part").asText(),
                key.get(),
                thing.region(),
                quantity.get() * twice,
                thing.path()));
  }

  private static boolean isAnySet(Billed thing, JsonNode fields) {
    return fields.isArray()
        ? fields.valueStream().anyMatch(field -> isSet(thing, field.asText()))
        : isSet(thing, fields.asText());
  }

  private static boolean isSet(Billed thing, String field) {
    JsonNode value = thing.settings().path(field);
    if (value.isArray()) {
      return !value.isEmpty();
    }
    return value.isNumber()
        ? value.asDouble() > 0
        : value.isTextual() ? !value.asText().isEmpty() : value.asBoolean();
  }

  private static Optional<String> key(String template, Billed thing) {
    Matcher fields = FIELD.matcher(template);
    boolean known = fields.results().allMatch(m -> thing.settings().hasNonNull(m.group(1)));
    return known
        ? Optional.of(
            fields.replaceAll(
                m -> Matcher.quoteReplacement(thing.settings().path(m.group(1)).asText())))
        : Optional.empty();
  }

  private Optional<Double> quantity(Told told, JsonNode row, Billed thing) {
    double product = 1;
    for (JsonNode factor : row.path("quantity")) {
      String name = factor.asText();
      if (factor.isNumber()) {
        product *= factor.asDouble();
      } else if (name.startsWith("$")) {
        told.assumed().add(name.substring(1));
        product *= file.path("assumed").path(name.substring(1)).path("quantity").doubleValue();
      } else if (thing.settings().hasNonNull(name)) {
        JsonNode value = thing.settings().path(name);
        product *= value.isArray() ? value.size() : value.asDouble();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(product);
  }

  private static Set<String> missing(JsonNode row, Billed thing) {
    Set<String> fields =
        FIELD
            .matcher(row.path("price").asText())
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    row.path("quantity")
        .valueStream()
        .filter(f -> f.isTextual() && !f.asText().startsWith("$"))
        .forEach(f -> fields.add(f.asText()));
    fields.removeIf(field -> thing.settings().hasNonNull(field));
    return fields;
  }
}
