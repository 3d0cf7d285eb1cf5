package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Manifest;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of golden files: one file per part of the platform, and one that sums all up. */
record GoldenOutput(Compiled compiled) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  /** All objects in full, in a file for each part. */
  Map<String, String> objects() {
    Map<String, List<Manifest>> parts =
        compiled.desired().objects().stream()
            .collect(
                Collectors.groupingBy(
                    o -> o.labels().get(ObjectMetadata.INSTANCE),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, String> files = new TreeMap<>();
    parts.forEach(
        (part, objects) ->
            files.put(
                "out-" + part + ".yaml",
                objects.stream()
                    .map(Manifest::json)
                    .map(GoldenOutput::text)
                    .collect(Collectors.joining("---\n"))));
    return files;
  }

  /** Names of all objects, what is held and why, and the findings. */
  Map<String, String> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put(
        "findings", compiled.platform().findings().stream().map(GoldenOutput::line).toList());
    summary.put("waiting", waiting());
    summary.put(
        "secrets",
        compiled.desired().secrets().stream()
            .map(GeneratedSecret::ref)
            .map(r -> r.name())
            .toList());
    summary.put("objects", compiled.ids());
    summary.put("held", compiled.held());
    return Map.of("out-summary.yaml", text(summary));
  }

  private Map<String, Object> waiting() {
    return compiled.platform().services().stream()
        .filter(s -> !s.waitsFor().isEmpty())
        .collect(
            Collectors.toMap(
                ResolvedService::name, ResolvedService::waitsFor, (a, b) -> b, TreeMap::new));
  }

  private static String line(Finding finding) {
    return "%s %s %s".formatted(finding.part(), finding.reason(), finding.text());
  }

  private static String text(Object value) {
    try {
      return YAML.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
