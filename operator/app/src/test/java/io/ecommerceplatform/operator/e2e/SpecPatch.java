package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Writes a whole spec in place of the one that is there, and says what the API server says. */
final class SpecPatch {
  private static final String SCHEMA = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final int INVALID = 422;
  private static final PatchContext FOR_GOOD = PatchContext.of(PatchType.JSON);
  private static final PatchContext ON_TRIAL =
      new PatchContext.Builder().withPatchType(PatchType.JSON).withDryRun(List.of("All")).build();

  private final PlatformUnderTest platform;
  private final PatchContext context;

  private SpecPatch(PlatformUnderTest platform, PatchContext context) {
    this.platform = platform;
    this.context = context;
  }

  static SpecPatch forGood(PlatformUnderTest platform) {
    return new SpecPatch(platform, FOR_GOOD);
  }

  static SpecPatch onTrial(PlatformUnderTest platform) {
    return new SpecPatch(platform, ON_TRIAL);
  }

  /** The part of the definition that describes spec. */
  static JsonNode schema() throws IOException {
    try (InputStream in = SpecPatch.class.getResourceAsStream(SCHEMA)) {
      return new YAMLMapper()
          .readTree(in)
          .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    }
  }

  /** True when it is taken, false when it is refused as invalid; every other answer is thrown. */
  boolean isTaken(JsonNode resource) {
    try {
      platform
          .resource()
          .patch(
              context,
              "[{\"op\": \"replace\", \"path\": \"/spec\", \"value\": %s}]"
                  .formatted(resource.path("spec")));
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == INVALID) {
        return false;
      }
      throw e;
    }
  }
}
