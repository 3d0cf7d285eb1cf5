package io.ecommerceplatform.localplane.junit;

import java.util.Locale;
import java.util.UUID;

/** The name of the namespace that one test has for itself. */
public record TestNamespace(String name) {
  private static final int READABLE = 40;

  /** A new name that tells which test it belongs to, also on a plane that several runs share. */
  static TestNamespace of(String test) {
    var readable = test.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    var label = readable.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    var cut = label.substring(0, Math.min(READABLE, label.length())).replaceAll("-+$", "");
    return new TestNamespace(
        "t-%s-%s".formatted(cut, UUID.randomUUID().toString().substring(0, 8)));
  }

  @Override
  public String toString() {
    return name;
  }
}
