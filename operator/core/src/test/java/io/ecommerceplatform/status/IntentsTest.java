package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Intent;
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

  private static Intent read(String rollout) {
    String status = "{\"rollouts\": [%s]}".formatted(rollout);
    return Intents.read(Json.typed(Json.parse(status), PlatformStatus.class));
  }
}
