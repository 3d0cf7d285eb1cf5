package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalQuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1000m, 1",
    "1500m, 1500m",
    "0.5, 500m",
    "1.5, 1500m",
    "2, 2",
    "100m, 100m",
    "0, 0",
    "1024Mi, 1Gi",
    "0.5Gi, 512Mi",
    "1536Mi, 1536Mi",
    "1Ki, 1Ki",
    "0.5Ki, 512",
    "1.5Gi, 1536Mi",
    "1000M, 1G",
    "1000000, 1M",
    "128974848, 128974848",
    "1Ti, 1Ti",
    "1000k, 1M",
    "100000u, 100m"
  })
  void writesWhatTheApiServerStores(String written, String stored) {
    assertThat(CanonicalQuantity.of(written)).isEqualTo(stored);
  }

  @RepeatedTest(200)
  void keepsTheAmountAndIsStable(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition() * 7919;
    String[] suffixes = {"m", "", "k", "M", "Ki", "Mi", "Gi"};
    String text = seed % 4096 + suffixes[seed % suffixes.length];
    String canonical = CanonicalQuantity.of(text);
    assertThat(Quantity.getAmountInBytes(Quantity.parse(canonical)))
        .as(text)
        .isEqualByComparingTo(Quantity.getAmountInBytes(Quantity.parse(text)));
    assertThat(CanonicalQuantity.of(canonical)).as(text).isEqualTo(canonical);
  }
}
