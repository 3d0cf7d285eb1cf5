package io.ecommerceplatform.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusPaceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final StatusPace pace = new StatusPace();
  private final ECommercePlatform shop = new ECommercePlatform();

  StatusPaceTest() {
    shop.setMetadata(new ObjectMetaBuilder().withName("shop").withUid("u1").build());
    shop.setStatus(status("Progressing", "1 of 2"));
  }

  @Test
  void progressRightAfterAWriteWaits() {
    assertThat(early("Progressing", "2 of 2", NOW)).as("nothing written yet").isFalse();
    pace.written(shop, NOW);
    assertThat(early("Progressing", "2 of 2", NOW.plusMillis(2_999))).isTrue();
    assertThat(early("Progressing", "2 of 2", NOW.plus(StatusPace.PAUSE))).isFalse();
  }

  @Test
  void aChangeOfMeaningAndNoChangeNeverWait() {
    pace.written(shop, NOW);
    assertThat(early("Degraded", "2 of 2", NOW)).isFalse();
    assertThat(early("Progressing", "1 of 2", NOW)).as("nothing to tell").isFalse();
  }

  @Test
  void aResourceThatIsGoneIsForgotten() {
    pace.written(shop, NOW);
    pace.forget(shop);
    assertThat(early("Progressing", "2 of 2", NOW)).isFalse();
  }

  private boolean early(String phase, String message, Instant now) {
    return pace.isEarly(shop, status(phase, message), now);
  }

  private static PlatformStatus status(String phase, String message) {
    return Json.typed(
        Json.tree(
            Map.of(
                "phase", phase,
                "message", message,
                "conditions", List.of(Map.of("type", "Reconciling", "status", "True")))),
        PlatformStatus.class);
  }
}
