package io.ecommerceplatform.operator.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The version and the namespace stand in more than one manifest, since kustomize has no variables.
 */
class DeployInSyncTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root"), "deploy/kustomize");
  private static final String VERSION = System.getProperty("operator.version");

  @ParameterizedTest
  @ValueSource(strings = {"cluster-wide", "namespaced"})
  void theOverlaysRunTheVersionThatIsBuilt(String overlay) throws IOException {
    assertThat(read("overlays/" + overlay + "/kustomization.yaml").at("/images/0/newTag").asText())
        .as("repair: set newTag in overlays/%s/kustomization.yaml to %s", overlay, VERSION)
        .isEqualTo(VERSION);
  }

  @Test
  void theLabelsNameTheVersionThatIsBuilt() throws IOException {
    assertThat(
            read("manager/kustomization.yaml")
                .path("labels")
                .findValuesAsText("app.kubernetes.io/version"))
        .as("repair: set app.kubernetes.io/version in manager/kustomization.yaml to %s", VERSION)
        .containsExactly(VERSION);
  }

  @Test
  void theNamespacedOverlayServesTheNamespaceThatItHasRightsIn() throws IOException {
    String bound = read("overlays/namespaced/role-binding.yaml").at("/metadata/namespace").asText();
    assertThat(
            read("overlays/namespaced/kustomization.yaml")
                .at("/configMapGenerator/0/literals/0")
                .asText())
        .as("repair: the same namespace in role-binding.yaml and kustomization.yaml")
        .isEqualTo("ECP_NAMESPACES=" + bound);
  }

  private static JsonNode read(String file) throws IOException {
    return Serialization.unmarshal(Files.readString(FOLDER.resolve(file)), JsonNode.class);
  }
}
