package io.ecommerceplatform.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.resource.Json;
import org.junit.jupiter.api.Test;

class RefreshTest {
  private static final String ASKED =
      """
      {"metadata": {"name": "shop",
        "annotations": {"ecommerceplatform.io/refresh": "%s"},
        "managedFields": [
          {"manager": "kubectl", "fieldsV1": {"f:spec": {}}},
          {"manager": "kubectl-ecp", "fieldsV1": {"f:metadata": {"f:annotations":
            {"f:ecommerceplatform.io/refresh": {}}}}}]},
       "status": {"commands": [{"command": "refresh", "value": "monday"},
                               {"command": "promote", "value": "tuesday"}]}}
      """;

  @Test
  void aNewWordIsAWish() {
    assertThat(Refresh.of(asked("tuesday"))).contains(new Refresh("tuesday", "kubectl-ecp"));
  }

  @Test
  void aWordThatStatusAnswersIsNone() {
    assertThat(Refresh.of(asked("monday"))).isEmpty();
  }

  @Test
  void noWordIsNone() {
    assertThat(Refresh.of(asked(" "))).isEmpty();
    assertThat(Refresh.of(Json.typed(Json.parse("{\"metadata\": {}}"), ECommercePlatform.class)))
        .isEmpty();
  }

  /** Else the API server would refuse the status that answers it, again and again. */
  @Test
  void aWordIsNoLongerThanItsAnswer() {
    assertThat(Refresh.of(asked("w".repeat(600)))).map(r -> r.word().length()).contains(512);
  }

  @Test
  void ofEachCommandTheLastOneIsKept() {
    PlatformStatus before = asked("x").getStatus();
    PlatformStatus after = CommandLog.with(before, before.commands().getFirst());
    assertThat(after.commands())
        .containsExactly(before.commands().get(1), before.commands().get(0));
  }

  private static ECommercePlatform asked(String word) {
    return Json.typed(Json.parse(ASKED.formatted(word)), ECommercePlatform.class);
  }
}
