package io.ecommerceplatform.cli.explain;

import io.ecommerceplatform.finding.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages of {@code docs/runbooks}, as the build copied them into the jar. */
public final class Runbooks {
  private Runbooks() {}

  /** All reasons in their order. */
  public static List<String> reasons() {
    return Arrays.stream(Reason.values()).map(Enum::name).toList();
  }

  /** The page of a reason in Markdown; upper and lower case do not matter. */
  public static Optional<String> page(String reason) {
    return reasons().stream()
        .filter(reason::equalsIgnoreCase)
        .findFirst()
        .map(name -> read("/runbooks/" + name + ".md"));
  }

  /** The first sentence of a reason's page, which says what it means. */
  public static String meaning(String reason) {
    return page(reason).orElse("").lines().skip(1).filter(l -> !l.isBlank()).findFirst().orElse("");
  }

  private static String read(String resource) {
    try (InputStream in = Runbooks.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
