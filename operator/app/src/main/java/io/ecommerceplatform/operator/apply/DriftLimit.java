package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.plan.Drift;
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

  private final Map<String, Contest> contests = new ConcurrentHashMap<>();

  /** One field, or one object that is deleted, with the times at which it was put back. */
  private static final class Contest {
    private final Deque<Instant> corrections = new ArrayDeque<>();
    private volatile Drift last;

    synchronized void note(Drift drift) {
      boolean known = last != null && drift.manager().isEmpty();
      last = known ? new Drift(drift.ref(), last.manager(), drift.changes()) : drift;
    }

    synchronized boolean isDue(Instant now) {
      return corrections.size() < QUICK || !corrections.getLast().plus(SLOW).isAfter(now);
    }

    synchronized void record(Instant now) {
      corrections.addLast(now);
      if (corrections.size() > QUICK) {
        corrections.removeFirst();
      }
    }

    synchronized boolean isOver(Instant now) {
      return corrections.isEmpty() || corrections.getLast().plus(WINDOW).isBefore(now);
    }

    synchronized boolean isHeld(Instant now) {
      return corrections.size() == QUICK && !isOver(now);
    }
  }

  /** The plan without the corrections that have to wait; the others are counted as made. */
  public Plan allow(Plan plan, List<Drift> drifts, Instant now) {
    contests.values().removeIf(contest -> contest.isOver(now));
    Set<ObjectRef> waiting =
        drifts.stream()
            .filter(drift -> !mayCorrect(drift, now))
            .map(Drift::ref)
            .collect(Collectors.toSet());
    return waiting.isEmpty()
        ? plan
        : Plan.of(plan.actions().stream().filter(a -> !waiting.contains(a.ref())).toList());
  }

  /** What of a namespace has been put back so often that it now waits, for as long as it does. */
  public List<Drift> contested(String namespace, Instant now) {
    return contests.values().stream()
        .filter(contest -> contest.isHeld(now))
        .map(contest -> contest.last)
        .filter(drift -> drift.ref().namespace().equals(namespace))
        .toList();
  }

  private boolean mayCorrect(Drift drift, Instant now) {
    List<Contest> fields = parts(drift).map(this::contest).toList();
    boolean allowed = fields.stream().allMatch(contest -> contest.isDue(now));
    if (allowed) {
      fields.forEach(contest -> contest.record(now));
    }
    return allowed;
  }

  private Contest contest(Drift part) {
    Contest contest = contests.computeIfAbsent(key(part), k -> new Contest());
    contest.note(part);
    return contest;
  }

  /** One for each field. */
  private static Stream<Drift> parts(Drift drift) {
    return drift.isDeletion()
        ? Stream.of(drift)
        : drift.changes().stream().map(c -> new Drift(drift.ref(), drift.manager(), List.of(c)));
  }

  private static String key(Drift part) {
    ObjectRef ref = part.ref();
    String path = part.isDeletion() ? "" : part.changes().getFirst().path();
    return "%s/%s#%s".formatted(ref.namespace(), ref.id(), path);
  }
}
