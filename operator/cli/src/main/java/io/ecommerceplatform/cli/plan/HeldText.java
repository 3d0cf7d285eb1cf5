package io.ecommerceplatform.cli.plan;

import io.ecommerceplatform.resource.Held;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wanted and not applied yet, one line per thing that is waited for. */
public final class HeldText {
  private HeldText() {}

  public static List<String> lines(List<Held> held) {
    Map<String, List<String>> byMessage = new LinkedHashMap<>();
    held.forEach(
        h -> byMessage.computeIfAbsent(h.message(), m -> new ArrayList<>()).add(h.ref().id()));
    return byMessage.entrySet().stream()
        .map(e -> "not yet: %s: %s".formatted(String.join(", ", e.getValue()), e.getKey()))
        .toList();
  }
}
