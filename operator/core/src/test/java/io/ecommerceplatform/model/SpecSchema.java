package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The paths of spec in the committed schema; a list item stands in them as {@code []}.
 *
 * @param leaves all fields that hold a value
 * @param optionalLeaves those of them that can be left out
 */
public record SpecSchema(Set<String> leaves, Set<String> optionalLeaves) {
  private static final String SCHEMA = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";

  public static SpecSchema load() {
    try (InputStream in = SpecSchema.class.getResourceAsStream(SCHEMA)) {
      JsonNode crd = new YAMLMapper().readTree(in);
      SpecSchema schema = new SpecSchema(new TreeSet<>(), new TreeSet<>());
      JsonNode spec = crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
      schema.collect("spec", spec, true);
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void collect(String path, JsonNode schema, boolean optional) {
    JsonNode fields = schema.path("properties");
    JsonNode items = schema.path("items");
    if (items.isObject()) {
      collect(path + "[]", items, optional);
    } else if (fields.isEmpty()) {
      leaves.add(path);
      if (optional) {
        optionalLeaves.add(path);
      }
    } else {
      Set<String> required = new HashSet<>();
      schema.path("required").forEach(name -> required.add(name.asText()));
      fields
          .properties()
          .forEach(
              e -> collect(path + "." + e.getKey(), e.getValue(), !required.contains(e.getKey())));
    }
  }
}
