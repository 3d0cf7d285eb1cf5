package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Known;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Remembers which objects were in place, so that an event can say that somebody deleted one. Only
 * the wording of events and a metric depend on it: after a restart it is empty and nothing is lost.
 */
public final class InPlace {
  private static final int GENERATED = 0; // a credential has no wanted content

  private final Map<String, Map<ObjectRef, Integer>> hashes = new ConcurrentHashMap<>();

  /** What is known of the objects that a platform wants now. */
  public Known known(String platform, Desired desired) {
    Map<ObjectRef, Integer> before = hashes.getOrDefault(platform, Map.of());
    Set<ObjectRef> unchanged = new HashSet<>();
    Set<ObjectRef> changed = new HashSet<>();
    hashes(desired)
        .forEach(
            (ref, hash) -> {
              if (before.containsKey(ref)) {
                (before.get(ref).equals(hash) ? unchanged : changed).add(ref);
              }
            });
    return new Known(unchanged, changed);
  }

  /** Keeps what is in place after a pass: what needed no action, and what was applied. */
  public void after(String platform, Desired desired, Plan plan, Outcome outcome) {
    Set<ObjectRef> open = plan.actions().stream().map(Action::ref).collect(Collectors.toSet());
    outcome.applied().stream().filter(InPlace::makes).map(Action::ref).forEach(open::remove);
    Map<ObjectRef, Integer> before = hashes.getOrDefault(platform, Map.of());
    Map<ObjectRef, Integer> next = new HashMap<>();
    hashes(desired)
        .forEach(
            (ref, hash) -> {
              if (!open.contains(ref)) {
                next.put(ref, hash);
              } else if (before.containsKey(ref)) {
                next.put(ref, before.get(ref));
              }
            });
    hashes.put(platform, next);
  }

  /** The platform is gone. */
  public void forget(String platform) {
    hashes.remove(platform);
  }

  private static boolean makes(Action action) {
    return switch (action.operation()) {
      case CREATE, UPDATE, ROTATE -> true;
      case REPLACE, RECREATE, DELETE, DESTROY, SNAPSHOT_DELETE, ADOPT, RETAIN, CONFLICT, UNKNOWN ->
          false;
    };
  }

  private static Map<ObjectRef, Integer> hashes(Desired desired) {
    Map<ObjectRef, Integer> hashes = new HashMap<>();
    desired.objects().forEach(manifest -> hashes.put(manifest.ref(), manifest.json().hashCode()));
    desired.secrets().forEach(secret -> hashes.put(secret.ref(), GENERATED));
    return hashes;
  }
}
