package io.ecommerceplatform.cli.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes the files of a bundle out of evidence; nothing else leaves the process.
 *
 * @param yaml how trees are written
 */
public record Bundle(Function<List<JsonNode>, String> yaml) {

  /** Text by the name of its file. */
  public Map<String, String> files(Evidence evidence) {
    Redaction redaction = Redaction.of(evidence.secrets());
    Map<String, String> files = new TreeMap<>();
    evidence
        .objects()
        .forEach(
            (name, objects) -> {
              List<JsonNode> clean = new ArrayList<>();
              objects.stream().map(redaction::tree).forEach(clean::add);
              files.put(name, redaction.text(yaml.apply(clean)));
            });
    evidence.texts().forEach((name, text) -> files.put(name, redaction.text(text)));
    files.put("secrets.yaml", yaml.apply(List.of(keys(evidence.secrets()))));
    return files;
  }

  /** Of Secrets only the names and the names of the keys. */
  private static JsonNode keys(List<JsonNode> secrets) {
    Map<String, Object> names = new LinkedHashMap<>();
    secrets.forEach(
        s ->
            names.put(
                s.at("/metadata/name").asText(), new TreeSet<>(Json.strings(s, "data").keySet())));
    return Json.tree(names);
  }
}
