package io.ecommerceplatform.aws;

import io.ecommerceplatform.resource.Attempt;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last write to each item by this process. After a restart it is empty: then writes that AWS
 * refused are tried once more, and nothing is made twice, as names, tokens and tags see to that.
 */
public final class Attempts {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Map<Owner, Map<ObjectRef, Attempt>> byOwner = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Attempts(InstantSource clock) {
    this.clock = clock;
  }

  Map<ObjectRef, Attempt> of(Owner owner) {
    return byOwner.getOrDefault(owner, Map.of());
  }

  /** What AWS did, as far as its answer says. */
  enum Effect {
    MADE,
    /** It was to be made, and is there already. */
    EXISTED,
    CHANGED
  }

  /**
   * What makes an item is no change of it, and changes with an hour between them are no row. To
   * make what is there already is no effect either, unless it was this process that made it: then
   * only its tags are late.
   */
  void record(
      Owner owner,
      ObjectRef ref,
      String wanted,
      Effect effect,
      Instant at,
      Optional<ItemFailure> failure) {
    byOwner
        .computeIfAbsent(owner, o -> new ConcurrentHashMap<>())
        .compute(
            ref,
            (r, before) -> {
              boolean same =
                  before != null && before.wanted().equals(wanted) && before.isOfOneRow(at);
              boolean counts = failure.isEmpty() && effect != Effect.MADE;
              boolean isOurs = same && effect == Effect.EXISTED && !before.hasNoEffect();
              int repeated = !counts || isOurs ? 0 : same ? before.repeated() + 1 : 1;
              return new Attempt(at, wanted, failure, repeated);
            });
  }

  /** True when something was written just now, so that its owner wants to see what became of it. */
  boolean isWaiting(Owner owner) {
    Instant since = clock.instant().minus(FRESH);
    return of(owner).values().stream().anyMatch(attempt -> attempt.at().isAfter(since));
  }

  /**
   * When lists show everything that was written of a type: a look that begins before that has to be
   * followed by another one. Empty when one that begins now will do.
   */
  Optional<Instant> shownAt(Collection<Owner> owners, String type, Instant now) {
    return owners.stream()
        .flatMap(owner -> of(owner).entrySet().stream())
        .filter(attempt -> attempt.getKey().kind().equals(type))
        .map(attempt -> attempt.getValue().shownAt())
        .filter(shown -> !shown.isBefore(now))
        .max(Comparator.naturalOrder());
  }

  /** What was refused or had no effect is tried again at once. */
  public void retry(Owner owner) {
    Optional.ofNullable(byOwner.get(owner))
        .ifPresent(all -> all.values().removeIf(Attempt::hasNoEffect));
  }

  void forget(Owner owner) {
    byOwner.remove(owner);
  }
}
