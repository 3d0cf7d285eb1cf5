package io.ecommerceplatform.cli.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Ages in the short form of kubectl, so that both read the same. */
public final class Ages {
  private Ages() {}

  /** For example {@code 42s}, {@code 3m20s}, {@code 5h12m}, {@code 9d}. */
  public static String text(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    long minutes = seconds / 60;
    long hours = minutes / 60;
    long days = hours / 24;
    if (seconds < 120) {
      return seconds + "s";
    }
    if (minutes < 10) {
      return pair(minutes, "m", seconds % 60, "s");
    }
    if (hours < 3) {
      return minutes + "m";
    }
    if (hours < 8) {
      return pair(hours, "h", minutes % 60, "m");
    }
    if (days < 2) {
      return hours + "h";
    }
    if (days < 8) {
      return pair(days, "d", hours % 24, "h");
    }
    return days + "d";
  }

  /** Age of an RFC 3339 time; empty when the time is absent or no time. */
  public static String since(String time, Instant now) {
    if (time == null || time.isEmpty()) {
      return "";
    }
    try {
      return text(Duration.between(Instant.parse(time), now));
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String pair(long big, String bigUnit, long small, String smallUnit) {
    return small == 0 ? big + bigUnit : big + bigUnit + small + smallUnit;
  }
}
