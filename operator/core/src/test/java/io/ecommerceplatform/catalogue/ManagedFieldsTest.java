package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Path ROOT = Path.of("../..");

  private final ManagedFields fields = ManagedFields.load();

  @Test
  void everyFieldOfTheSchemaIsDecidedOnce() throws IOException {
    for (String leaf : leaves()) {
      assertThat(fields.entriesFor(leaf))
          .as("%s: list it in catalogue/managed.yaml, as managed or as unmanaged", leaf)
          .hasSize(1);
    }
  }

  @Test
  void everyEntryIsAFieldOfTheSchema() throws IOException {
    List<String> leaves = leaves();
    List<String> entries = new ArrayList<>(fields.managed());
    fields.unmanaged().values().forEach(entries::addAll);
    for (String entry : entries) {
      String path = entry.split("=")[0];
      assertThat(leaves)
          .as("%s is no field", entry)
          .anyMatch(l -> l.equals(path) || l.startsWith(path + ".") || l.startsWith(path + "[]"));
    }
  }

  @Test
  void theMinimalPlatformIsManagedWhole() throws IOException {
    assertThat(fields.ignoredIn(spec("samples/minimal.yaml"))).isEmpty();
  }

  @Test
  void whatNobodyActsOnIsNamedByItsPart() throws IOException {
    JsonNode spec =
        YAML.readTree(
            """
            aws: {identity: default, regions: [{name: eu-west-1}]}
            databases:
              - {name: a, engine: PostgreSQL, placement: InCluster, multiAz: true}
              - {name: b, engine: MySQL, placement: Managed}
            edge: {ingress: {scheme: internal, access: CdnOnly}, waf: {geoBlock: []}}
            encryption: {kms: false}
            """);
    assertThat(fields.ignoredIn(spec))
        .hasToString(
            "{AwsReady=[spec.aws],"
                + " DataReady=[spec.databases[].multiAz, spec.databases[].placement: Managed],"
                + " EdgeReady=[spec.edge.ingress.access: CdnOnly]}");
  }

  @Test
  void whatIsCalledBuiltIsManaged() throws IOException {
    for (JsonNode item : YAML.readTree(ROOT.resolve("docs/coverage.yaml").toFile()).path("items")) {
      if (item.path("state").asText().equals("built")) {
        JsonNode field = item.at("/coveredBy/field");
        List<String> paths = new ArrayList<>();
        field.forEach(f -> paths.add(f.asText()));
        if (field.isTextual()) {
          paths.add(field.asText());
        }
        paths.forEach(p -> assertThat(isManaged(p)).as(item.path("id") + " " + p).isTrue());
      }
    }
  }

  private boolean isManaged(String path) {
    List<String> deciding = fields.entriesFor(path);
    return !deciding.isEmpty() && fields.managed().containsAll(deciding)
        || fields.managed().stream().anyMatch(m -> m.startsWith(path));
  }

  private static JsonNode spec(String sample) throws IOException {
    return YAML.readTree(ROOT.resolve(sample).toFile()).path("spec");
  }

  private static List<String> leaves() throws IOException {
    JsonNode crd =
        YAML.readTree(
            ROOT.resolve("crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml").toFile());
    List<String> leaves = new ArrayList<>();
    walk("spec", crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec"), leaves);
    assertThat(leaves).hasSizeGreaterThan(300);
    return leaves;
  }

  private static void walk(String path, JsonNode schema, List<String> leaves) {
    if (schema.has("properties")) {
      schema
          .path("properties")
          .properties()
          .forEach(e -> walk(path + "." + e.getKey(), e.getValue(), leaves));
    } else if (schema.path("items").has("properties")) {
      walk(path + "[]", schema.path("items"), leaves);
    } else {
      leaves.add(path);
    }
  }
}
