package io.ecommerceplatform.localplane.toolchain;

import java.util.Comparator;
import java.util.regex.Pattern;

/** A Go release such as {@code go1.26.8}; an unreadable one counts as new (a development build). */
record GoVersion(int major, int minor, int patch) implements Comparable<GoVersion> {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  static GoVersion parse(String text) {
    var matcher = NUMBERS.matcher(text);
    if (!matcher.find()) {
      return new GoVersion(Integer.MAX_VALUE, 0, 0);
    }
    var patch = matcher.group(3);
    return new GoVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  /** From 1.21 on a Go downloads the release that go.mod asks for by itself. */
  boolean canSwitch() {
    return compareTo(new GoVersion(1, 21, 0)) >= 0;
  }

  @Override
  public int compareTo(GoVersion other) {
    return Comparator.comparingInt(GoVersion::major)
        .thenComparingInt(GoVersion::minor)
        .thenComparingInt(GoVersion::patch)
        .compare(this, other);
  }
}
