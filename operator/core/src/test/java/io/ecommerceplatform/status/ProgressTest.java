package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, String>> conditions = new ArrayList<>();

  ProgressTest() {
    fields.put("observedGeneration", 2);
    fields.put("phase", "Progressing");
    fields.put("message", "1 of 2 services ready");
    condition("Ready", "False");
    condition("Reconciling", "True");
  }

  @Test
  void countsAndWordsOfWhatIsUnderWayAreMereProgress() {
    PlatformStatus before = status();
    fields.put("message", "2 of 3 services ready");
    fields.put("services", List.of(Map.of("name", "web", "ready", "1/2")));
    assertThat(Progress.isMere(before, status())).isTrue();
  }

  @Test
  void thatARevisionIsInPlaceMayWaitAndWhichRevisionItIsMayNot() {
    rollout("a", "old");
    PlatformStatus before = status();
    rollout("a", "new");
    assertThat(Progress.isMere(before, status())).isTrue();
    rollout("b", "new");
    assertThat(Progress.isMere(before, status())).isFalse();
  }

  @Test
  void aPhaseAGenerationAConditionAnIntentOrAPlanIsMore() {
    PlatformStatus before = status();
    fields.put("phase", "Degraded");
    assertThat(Progress.isMere(before, status())).as("phase").isFalse();
    fields.put("phase", "Progressing");
    fields.put("observedGeneration", 3);
    assertThat(Progress.isMere(before, status())).as("generation").isFalse();
    fields.put("observedGeneration", 2);
    fields.put("plan", Map.of("hash", "0123456789abcdef", "summary", "+1 ~0 -0"));
    assertThat(Progress.isMere(before, status())).as("plan").isFalse();
    fields.remove("plan");
    fields.put("rollouts", List.of(Map.of("name", "web", "phase", "Healthy")));
    assertThat(Progress.isMere(before, status())).as("intent").isFalse();
    fields.remove("rollouts");
    condition("DataReady", "True");
    assertThat(Progress.isMere(before, status())).as("condition").isFalse();
  }

  @Test
  void theFirstStatusAndWordsOfAPlatformAtRestAreToldAtOnce() {
    assertThat(Progress.isMere(null, status())).isFalse();
    conditions.removeLast();
    condition("Reconciling", "False");
    PlatformStatus before = status();
    fields.put("message", "another pod fails");
    assertThat(Progress.isMere(before, status())).isFalse();
  }

  private void rollout(String hash, String applied) {
    Map<String, String> revision =
        Map.of("hash", hash, "inputsHash", applied, "appliedHash", applied);
    fields.put("rollouts", List.of(Map.of("name", "web", "currentRevision", revision)));
  }

  private void condition(String type, String status) {
    conditions.add(Map.of("type", type, "status", status));
    fields.put("conditions", conditions);
  }

  private PlatformStatus status() {
    return Json.typed(Json.tree(fields), PlatformStatus.class);
  }
}
