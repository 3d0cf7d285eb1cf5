package io.ecommerceplatform.model;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The times that a cron expression names on the clock of a zone. A time that the clock leaves out
 * when summer time begins comes an hour later; one that it shows twice when summer time ends comes
 * once, the first time.
 *
 * @param expression minute, hour, day of month, month and day of week
 * @param zone name of the time zone
 */
public record CronTimes(String expression, String zone) {
  /** More than any clock is ever turned. */
  private static final int LARGEST_JUMP_HOURS = 3;

  /** The first time after the given one; empty when there is none. */
  public Optional<Instant> next(Instant after) {
    ExecutionTime times = times();
    ZonedDateTime start = after.atZone(ZoneId.of(zone)).toLocalDateTime().atZone(ZoneOffset.UTC);
    // the search runs on a clock that never jumps
    Optional<ZonedDateTime> local = times.nextExecution(start.minusHours(LARGEST_JUMP_HOURS));
    while (local.isPresent() && !instant(local.get()).isAfter(after)) {
      local = times.nextExecution(local.get());
    }
    return local.map(this::instant);
  }

  /** What is wrong with it, in words for a person; empty for nothing. */
  Optional<String> problem() {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      return Optional.of(
          "there is no time zone %s; use a name such as Asia/Singapore".formatted(zone));
    }
    try {
      return next(Instant.EPOCH).isPresent()
          ? Optional.empty()
          : Optional.of("\"%s\" never comes; use a day that its months have".formatted(expression));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "\"%s\" is no cron expression (%s); use minute hour day month weekday, such as 0 18 * * 5"
              .formatted(expression, e.getMessage()));
    }
  }

  private Instant instant(ZonedDateTime local) {
    return local.toLocalDateTime().atZone(ZoneId.of(zone)).toInstant();
  }

  private ExecutionTime times() {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    return ExecutionTime.forCron(parser.parse(expression));
  }
}
