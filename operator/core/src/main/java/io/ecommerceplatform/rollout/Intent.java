package io.ecommerceplatform.rollout;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the state machines decided, as it is persisted in status. Compilers never see anything that
 * is not persisted.
 *
 * @param rollouts by the service's name
 */
public record Intent(Map<String, ServiceRollout> rollouts) {

  public Intent {
    rollouts = Map.copyOf(rollouts);
  }

  public static Intent none() {
    return new Intent(Map.of());
  }

  public static Intent of(Collection<ServiceRollout> rollouts) {
    Map<String, ServiceRollout> byName = new TreeMap<>();
    rollouts.forEach(r -> byName.put(r.service(), r));
    return new Intent(byName);
  }

  public Optional<ServiceRollout> of(String service) {
    return Optional.ofNullable(rollouts.get(service));
  }
}
