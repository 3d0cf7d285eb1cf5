package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedPassTest {
  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
  private static final PlatformStatus BEFORE =
      Json.typed(
          Json.parse(
              """
              {"observedGeneration": 3, "phase": "Blocked", "message": "fine",
               "services": [{"name": "web", "ready": "1/1"}],
               "rollouts": [{"name": "web", "currentRevision": {"hash": "a"}}],
               "conditions": [
                 {"type": "Ready", "status": "True", "reason": "AllReady", "message": "",
                  "lastTransitionTime": "2029-01-01T10:00:00Z", "observedGeneration": 3},
                 {"type": "Stalled", "status": "True", "reason": "Conflict", "message": "x",
                  "lastTransitionTime": "2029-01-01T10:00:00Z", "observedGeneration": 3},
                 {"type": "DataReady", "status": "True", "reason": "AllReady", "message": "",
                  "lastTransitionTime": "2029-01-01T10:00:00Z", "observedGeneration": 3}]}
              """),
          PlatformStatus.class);

  @Test
  void isDegradedAndKeepsWhatWasKnown() {
    PlatformStatus status = FailedPass.status(BEFORE, new IllegalStateException("x"), 4, NOW);

    assertThat(status.phase()).isEqualTo(Phase.Degraded);
    assertThat(status.observedGeneration()).isEqualTo(4);
    assertThat(status.services()).isEqualTo(BEFORE.services());
    assertThat(status.rollouts()).isEqualTo(BEFORE.rollouts());
    assertThat(status.conditions()).extracting(Condition::getType).doesNotHaveDuplicates();
    assertThat(condition(status, "Ready"))
        .returns("False", Condition::getStatus)
        .returns("InternalError", Condition::getReason)
        .returns(NOW.toString(), Condition::getLastTransitionTime);
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
    assertThat(condition(status, "DataReady")).isEqualTo(BEFORE.conditions().get(2));
  }

  @Test
  void saysWhereButNeitherTheTextNorTheStack() {
    RuntimeException surprise =
        new IllegalStateException("outer hunter2", new IllegalArgumentException("hunter2"));
    assertThat(FailedPass.status(null, surprise, 1, NOW).message())
        .contains("(IllegalArgumentException in FailedPassTest, line ")
        .contains("support-bundle")
        .doesNotContain("hunter2")
        .doesNotContain("\n");
  }

  @Test
  void isTheSameWhenItHappensAgain() {
    RuntimeException surprise = new IllegalStateException("x");
    PlatformStatus first = FailedPass.status(BEFORE, surprise, 4, NOW);
    assertThat(FailedPass.status(first, surprise, 4, NOW.plusSeconds(60))).isEqualTo(first);
  }

  private static Condition condition(PlatformStatus status, String type) {
    return status.conditions().stream()
        .filter(c -> c.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
