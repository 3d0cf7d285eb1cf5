package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Slows a fight with another controller down: a field or an object is put back three times within a
 * minute, then every 30 seconds.
 */
public final class DriftLimit {
  private static final int QUICK = 3;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration SLOW = Duration.ofSeconds(30);

  private final Map<String, Deque<Instant>> corrections = new ConcurrentHashMap<>();

  /** The plan without the corrections that have to wait; the others are counted as made. */
  public Plan allow(Plan plan, List<Drift> drifts, Instant now) {
    if (drifts.isEmpty()) {
      return plan;
    }
    corrections.values().removeIf(times -> isOver(times, now));
    Set<ObjectRef> waiting =
        drifts.stream()
            .filter(drift -> !mayCorrect(drift, now))
            .map(Drift::ref)
            .collect(Collectors.toSet());
    return Plan.of(plan.actions().stream().filter(a -> !waiting.contains(a.ref())).toList());
  }

  private boolean mayCorrect(Drift drift, Instant now) {
    Stream<String> paths =
        drift.isDeletion() ? Stream.of("") : drift.changes().stream().map(FieldChange::path);
    List<Deque<Instant>> fields =
        paths
            .map(path -> corrections.computeIfAbsent(key(drift, path), k -> new ArrayDeque<>()))
            .toList();
    boolean allowed = fields.stream().allMatch(times -> isDue(times, now));
    if (allowed) {
      fields.forEach(times -> record(times, now));
    }
    return allowed;
  }

  private static boolean isDue(Deque<Instant> times, Instant now) {
    synchronized (times) {
      return times.size() < QUICK || !times.getLast().plus(SLOW).isAfter(now);
    }
  }

  private static void record(Deque<Instant> times, Instant now) {
    synchronized (times) {
      times.addLast(now);
      if (times.size() > QUICK) {
        times.removeFirst();
      }
    }
  }

  private static boolean isOver(Deque<Instant> times, Instant now) {
    synchronized (times) {
      return times.isEmpty() || times.getLast().plus(WINDOW).isBefore(now);
    }
  }

  private static String key(Drift drift, String path) {
    ObjectRef ref = drift.ref();
    return "%s/%s#%s".formatted(ref.namespace(), ref.id(), path);
  }
}
