package io.ecommerceplatform.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.cli.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The schema of the CRD that this command was built with. What it does not hold (CEL rules, bounds)
 * only an API server can check.
 *
 * @param root the schema of the whole resource
 */
public record PlatformSchema(JsonNode root) {
  private static final String CRD = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final int MOST_PROBLEMS = 5;

  public static PlatformSchema load() {
    try (InputStream in = PlatformSchema.class.getResourceAsStream(CRD)) {
      JsonNode definition = new YAMLMapper().readTree(in);
      return new PlatformSchema(definition.at("/spec/versions/0/schema/openAPIV3Schema"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CRD, e);
    }
  }

  /** The resource with the schema's defaults; fails when the API server would refuse its form. */
  public ObjectNode complete(ObjectNode resource, String file) {
    ObjectNode complete = resource.deepCopy();
    SchemaWalk walk = new SchemaWalk();
    walk.object("spec", root.at("/properties/spec"), complete.path("spec"));
    List<String> problems = walk.problems();
    if (complete.at("/metadata/name").asText().isEmpty()) {
      problems.add("metadata.name: is required");
    }
    if (!problems.isEmpty()) {
      List<String> shown = problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
      String more = problems.size() > shown.size() ? "; and more" : "";
      throw new UserError(
          file + ": " + String.join("; ", shown) + more, "kubectl explain ecp.spec --recursive");
    }
    return complete;
  }
}
