package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class StageSetTest {
  /** Any of KWOK's stages, named after its file. */
  private static final String UPSTREAM =
      """
      kind: Stage
      metadata: {name: "%s"}
      spec:
        selector:
          matchExpressions:
          - cel: {expression: "self.spec.storageClassName == 'kwok-volume'"}
        delay:
          durationMilliseconds: 1000
          jitterDurationMilliseconds: 5000
          jitterDurationFrom: {expressionFrom: .metadata.deletionTimestamp}
      """;

  private final JsonNode stages = stages();

  @Test
  void podStagesTakeExactlyTheDelay() {
    var delay = stage(StageFile.POD_DELETE).at("/spec/delay");

    assertThat(delay.toString()).isEqualTo("{\"durationMilliseconds\":70}");
  }

  @Test
  void heartbeatsKeepTheirJitter() {
    assertThat(stage(StageFile.NODE_HEARTBEAT).at("/spec/delay/jitterDurationMilliseconds").asInt())
        .isEqualTo(5000);
  }

  @Test
  void podsWithSpecialImagesAreKeptOutOfTheUsualStages() {
    assertThat(stage(StageFile.POD_READY).at("/spec/selector/matchExpressions/1").toString())
        .contains("test(\\\"[:-](broken|crashloop)$\\\")", "DoesNotExist");
    assertThat(stage(StageFile.POD_INIT_RUNNING).at("/spec/selector/matchExpressions/1").toString())
        .contains(".spec.initContainers.[]?.image", "[:-]broken$");
    assertThat(stage(StageFile.POD_CREATE).at("/spec/selector/matchExpressions")).hasSize(1);
  }

  @Test
  void volumesOfTheClustersStorageClassesAreProvisioned() {
    var expression =
        stage(StageFile.PVC_PROVISION).at("/spec/selector/matchExpressions/0/cel/expression");

    assertThat(expression.asText()).contains("in [").contains("'gp3'", "'efs-sc'");
  }

  @Test
  void ownStagesAreAllThere() throws IOException {
    try (var files = Files.list(Path.of("stages"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("StageFile.OWN lists the files of the folder stages")
          .containsExactlyInAnyOrderElementsOf(StageFile.OWN);
    }
    assertThat(StreamSupport.stream(stages.spliterator(), false))
        .extracting(stage -> stage.at("/metadata/name").asText())
        .doesNotHaveDuplicates()
        .contains("pod-image-broken", "pod-crash-loop", "ingress-load-balancer");
  }

  private JsonNode stage(StageFile file) {
    return StreamSupport.stream(stages.spliterator(), false)
        .filter(stage -> Objects.equals(stage.at("/metadata/name").asText(), file.path()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode stages() {
    try {
      var json = new StageSet(UPSTREAM::formatted, Duration.ofMillis(70)).json();
      return new ObjectMapper().readTree(json).get("items");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
