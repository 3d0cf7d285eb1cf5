package io.ecommerceplatform.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.Json;
import org.junit.jupiter.api.Test;

class FactsTest {

  @Test
  void saysOnlyWhatChanged() {
    Facts before = facts("0/1", "Progressing");
    Facts after = facts("1/1", "Progressing");
    assertThat(after.since(before)).containsExactly("service order: 1/1");
  }

  @Test
  void saysEverythingAtFirst() {
    assertThat(facts("0/1", "Progressing").since(Facts.none()))
        .containsExactly("service order: 0/1", "platform shop: Progressing (two of three)");
  }

  @Test
  void saysNothingWhenNothingChanged() {
    assertThat(facts("1/1", "Ready").since(facts("1/1", "Ready"))).isEmpty();
  }

  private static Facts facts(String ready, String phase) {
    return Facts.of(
        PlatformView.of(
            Json.parse(
                """
                {"metadata":{"name":"shop"},"status":{"phase":"%s","message":"two of three",
                 "services":[{"name":"order","ready":"%s"}]}}
                """
                    .formatted(phase, ready))));
  }
}
