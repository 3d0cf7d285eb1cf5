package io.ecommerceplatform.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.Json;
import org.junit.jupiter.api.Test;

class PlatformViewTest {

  @Test
  void isReadyWhenTheConditionIsTrueForThePresentGeneration() {
    assertThat(view(2, 2, "True", "").isReady()).isTrue();
  }

  @Test
  void isNotReadyWhileTheStatusDescribesAnOlderSpec() {
    assertThat(view(3, 2, "True", "").isReady()).isFalse();
  }

  @Test
  void isNotReadyWhenTheConditionIsFalse() {
    assertThat(view(2, 2, "False", "").isReady()).isFalse();
  }

  @Test
  void isNotReadyWhileItIsBeingDeleted() {
    assertThat(view(2, 2, "True", "2026-01-01T00:00:00Z").isReady()).isFalse();
  }

  @Test
  void isPendingWithoutStatus() {
    PlatformView view = PlatformView.of(Json.parse("{\"metadata\":{\"generation\":1}}"));
    assertThat(view.isReady()).isFalse();
    assertThat(view.phase()).isEqualTo("Pending");
  }

  @Test
  void keepsThePhaseOfNewerOperators() {
    PlatformView view =
        PlatformView.of(Json.parse("{\"status\":{\"phase\":\"Dreaming\",\"newField\":[1]}}"));
    assertThat(view.phase()).isEqualTo("Dreaming");
  }

  private static PlatformView view(int generation, int observed, String ready, String deletion) {
    String gone = deletion.isEmpty() ? "" : ",\"deletionTimestamp\":\"" + deletion + "\"";
    return PlatformView.of(
        Json.parse(
            """
            {"metadata":{"generation":%d%s},"status":{"observedGeneration":%d,
             "phase":"Ready","conditions":[{"type":"Ready","status":"%s"}]}}
            """
                .formatted(generation, gone, observed, ready)));
  }
}
