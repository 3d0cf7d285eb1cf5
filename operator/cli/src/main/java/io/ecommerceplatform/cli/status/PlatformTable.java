package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import java.time.Instant;
import java.util.List;

/** The answer of {@code status} when a namespace has several platforms. */
public final class PlatformTable {
  private PlatformTable() {}

  public static Section of(List<PlatformView> platforms, Instant now) {
    long ready = platforms.stream().filter(PlatformView::isReady).count();
    return new Section(
        "Platforms",
        ready + "/" + platforms.size(),
        platforms.stream().map(p -> row(p, now)).toList());
  }

  private static Row row(PlatformView platform, Instant now) {
    return Row.of(
            Marks.ofPhase(platform.phase()),
            platform.name(),
            platform.phase(),
            platform.text("/spec/version"),
            platform.text("/spec/profile"),
            platform.text("/status/summary/services"),
            Ages.since(platform.text("/metadata/creationTimestamp"), now))
        .saying(platform.isReady() ? "" : platform.message());
  }
}
