package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.ServiceRollout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {
  private static final String WHOLE =
      """
      {"name": "order", "stableColor": "blue", "lifecycleStage": "Steady", "attempt": 1,
       "stageStartedAt": "2026-01-01T00:00:00Z", "currentRevision": {"hash": "r1"}}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"stableColor\": \"blue\",",
        "\"lifecycleStage\": \"Steady\",",
        "\"attempt\": 1,",
        "\"hash\": \"r1\"",
        "2026-01-01T00:00:00Z"
      })
  void whatAnEditedStatusLacksIsDecidedAnew(String lost) {
    assertThat(read(WHOLE).of("order")).isPresent();
    assertThat(WHOLE).contains(lost);
    assertThat(read(WHOLE.replace(lost, "")).rollouts()).isEmpty();
  }

  @Test
  void intentSurvivesTheWayThroughStatus() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Intent intent =
        Intent.of(
            List.of(
                new ServiceRollout("order", Color.blue, "", "r1", 1, LifecycleStage.ScaleUp, now),
                new ServiceRollout("web", Color.blue, "r1", "r2", 3, LifecycleStage.Steady, now)));
    PlatformStatus written =
        Json.typed(
            Json.tree(
                Map.of("rollouts", Intents.write(intent, Map.of("web", "shop/web:2"), Map.of()))),
            PlatformStatus.class);
    assertThat(Intents.read(written)).isEqualTo(intent);
    assertThat(written.rollouts().get(1).currentRevision().image()).isEqualTo("shop/web:2");
  }

  private static Intent read(String rollout) {
    String status = "{\"rollouts\": [%s]}".formatted(rollout);
    return Intents.read(Json.typed(Json.parse(status), PlatformStatus.class));
  }
}
