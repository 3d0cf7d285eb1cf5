package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.resource.ManagedKind;
import io.javaoperatorsdk.operator.processing.event.EventSourceRetriever;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Caches of kinds that a cluster may lack: one is opened when its definition appears and closed
 * when it goes, as a watch of what is not served would fail for ever.
 */
final class OptionalKinds {
  private final Function<ManagedKind, KindCache> factory;
  private final Map<ManagedKind, KindCache> open = new ConcurrentHashMap<>();

  OptionalKinds(Function<ManagedKind, KindCache> factory) {
    this.factory = factory;
  }

  /**
   * Opens and closes caches until they are those of the served kinds; a new one is filled when this
   * returns.
   *
   * @param served kinds as {@code group/version/Kind}
   * @param sources where the SDK keeps its sources
   */
  void follow(Set<String> served, EventSourceRetriever<ECommercePlatform> sources) {
    for (ManagedKind kind : ManagedKind.OPTIONAL) {
      if (served.contains(kind.id()) != open.containsKey(kind)) {
        change(kind, served.contains(kind.id()), sources);
      }
    }
  }

  Collection<ManagedKind> kinds() {
    return open.keySet();
  }

  boolean isOpen(ManagedKind kind) {
    return open.containsKey(kind);
  }

  Optional<KindCache> find(ManagedKind kind) {
    return Optional.ofNullable(open.get(kind));
  }

  // passes of several platforms run at once
  private synchronized void change(
      ManagedKind kind, boolean isServed, EventSourceRetriever<ECommercePlatform> sources) {
    if (!isServed) {
      open.remove(kind);
      sources.dynamicallyDeRegisterEventSource(kind.kind());
      return;
    }
    if (open.containsKey(kind)) {
      return;
    }
    KindCache cache = factory.apply(kind);
    try {
      sources.dynamicallyRegisterEventSource(cache);
    } catch (RuntimeException e) {
      sources.dynamicallyDeRegisterEventSource(kind.kind()); // else the next try would find it
      throw e;
    }
    open.put(kind, cache);
  }
}
