package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

/** Turns the records into the CRD, so that what Java reads and what the API server checks agree. */
final class CrdGenerator {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

  private CrdGenerator() {}

  static ObjectNode tree() throws IOException {
    MemoryOutput output = new MemoryOutput();
    new CRDGenerator()
        .customResourceClasses(ECommercePlatform.class)
        .forCRDVersions("v1")
        .withOutput(output)
        .generate();
    ObjectNode crd = (ObjectNode) YAML.readTree(output.bytes.toByteArray());
    ObjectNode version = (ObjectNode) crd.at("/spec/versions/0");
    ObjectNode schema = (ObjectNode) version.at("/schema/openAPIV3Schema");
    TypeMarks.mark(PlatformSpec.class, (ObjectNode) schema.at("/properties/spec"));
    TypeMarks.mark(PlatformStatus.class, (ObjectNode) schema.at("/properties/status"));
    SchemaFinish.apply(schema);
    PrinterColumns.write(version);
    return crd;
  }

  static String yaml() throws IOException {
    return "# Generated from the records in this module by `make golden`.\n"
        + YAML.writeValueAsString(tree());
  }

  private static final class MemoryOutput implements CRDGenerator.CRDOutput<OutputStream> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public OutputStream outputFor(String crdName) {
      return bytes;
    }

    @Override
    public URI crdURI(String crdName) {
      return URI.create("file:///" + crdName);
    }

    @Override
    public void close() {}
  }
}
