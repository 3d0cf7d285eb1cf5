package io.ecommerceplatform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlatformControllerTest {
  @Test
  void aCommandByAnnotationWakesAlthoughTheGenerationStays() {
    assertThat(isEdit(m -> m.withAnnotations(Map.of("ecommerceplatform.io/promote", "x"))))
        .isTrue();
  }

  @Test
  void aNewGenerationAndADeletionWake() {
    assertThat(isEdit(m -> m.withGeneration(2L))).isTrue();
    assertThat(isEdit(m -> m.withDeletionTimestamp("2026-01-01T00:00:00Z"))).isTrue();
  }

  @Test
  void aStatusWriteWakesNobody() {
    assertThat(isEdit(m -> m.withResourceVersion("8"))).isFalse();
  }

  private static boolean isEdit(UnaryOperator<ObjectMetaBuilder> edit) {
    return PlatformController.isEdit(platform(edit), platform(m -> m));
  }

  private static ECommercePlatform platform(UnaryOperator<ObjectMetaBuilder> edit) {
    ECommercePlatform platform = new ECommercePlatform();
    platform.setMetadata(
        edit.apply(new ObjectMetaBuilder().withName("shop").withGeneration(1L)).build());
    return platform;
  }
}
