package io.ecommerceplatform.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT-5S, 0s",
    "PT119S, 119s",
    "PT2M, 2m",
    "PT3M20S, 3m20s",
    "PT10M30S, 10m",
    "PT179M, 179m",
    "PT5H12M, 5h12m",
    "PT8H30M, 8h",
    "PT49H, 2d1h",
    "PT240H, 10d"
  })
  void readsAsThoseOfKubectl(Duration age, String text) {
    assertThat(Ages.text(age)).isEqualTo(text);
  }

  @Test
  void isEmptyWithoutATime() {
    assertThat(Ages.since(null, Instant.EPOCH)).isEmpty();
    assertThat(Ages.since("yesterday", Instant.EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "5m, PT5M", "1h30m, PT1H30M"})
  void readsDurations(String text, Duration duration) {
    assertThat(Durations.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @CsvSource({"5", "m", "5 m", "-5m", "soon"})
  void refusesWhatIsNoDuration(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
