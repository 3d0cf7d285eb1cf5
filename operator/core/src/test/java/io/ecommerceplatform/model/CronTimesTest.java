package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 18 * * 5     | UTC            | 2026-01-01T00:00:00Z | 2026-01-02T18:00:00Z",
        "0 18 * * FRI   | UTC            | 2026-01-02T18:00:00Z | 2026-01-09T18:00:00Z",
        "0 7 * * 1-5    | Asia/Singapore | 2026-01-02T00:00:00Z | 2026-01-04T23:00:00Z",
        "*/15 * * * *   | UTC            | 2026-01-01T00:00:01Z | 2026-01-01T00:15:00Z",
        "0 0 13 * 5     | UTC            | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z",
        "0 0 29 2 *     | UTC            | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z",
        "30 5 1,15 * *  | Asia/Kolkata   | 2026-01-01T00:00:00Z | 2026-01-15T00:00:00Z"
      })
  void theNextTimeIsStrictlyLater(String cron, String zone, Instant after, Instant next) {
    assertThat(new CronTimes(cron, zone).next(after)).contains(next);
  }

  @Test
  void aTimeThatTheClockLeavesOutComesAnHourLater() {
    CronTimes times = new CronTimes("30 2 * * *", "Europe/Berlin");
    assertThat(three(times, "2026-03-28T00:00:00Z"))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    // asked inside of the hour that moved
    assertThat(times.next(Instant.parse("2026-03-29T01:10:00Z")))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void aTimeThatTheClockShowsTwiceComesOnce() {
    CronTimes times = new CronTimes("30 2 * * *", "Europe/Berlin");
    assertThat(three(times, "2026-10-24T00:00:00Z"))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void aDayHasTheHoursOfItsClock() {
    CronTimes evening = new CronTimes("0 18 * * *", "America/New_York");
    assertThat(three(evening, "2026-03-07T00:00:00Z"))
        .containsExactly("2026-03-07T23:00:00Z", "2026-03-08T22:00:00Z", "2026-03-09T22:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *"})
  void whatNeverComesIsAProblem(String cron) {
    CronTimes times = new CronTimes(cron, "UTC");
    assertThat(times.next(Instant.EPOCH)).isEmpty();
    assertThat(times.problem()).hasValueSatisfying(text -> assertThat(text).contains("never"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 * * * *  | UTC         | is no cron expression",
        "0 0 * * 5#2 | UTC         | is no cron expression",
        "0 0 * * *   | Mars/Base   | no time zone Mars/Base",
        "0 0 * * *   | UTC+3       | no time zone UTC+3"
      })
  void whatIsNoTimeIsAProblem(String cron, String zone, String words) {
    assertThat(new CronTimes(cron, zone).problem())
        .hasValueSatisfying(text -> assertThat(text).contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 18 * * 5", "0 2 * * MON", "*/5 0-6,22 1-7 JAN *"})
  void timesAreNoProblem(String cron) {
    assertThat(new CronTimes(cron, "Asia/Singapore").problem()).isEmpty();
  }

  private static List<String> three(CronTimes times, String after) {
    List<String> found = new ArrayList<>();
    Instant last = Instant.parse(after);
    for (int i = 0; i < 3; i++) {
      last = times.next(last).orElseThrow();
      found.add(last.toString());
    }
    return found;
  }
}
