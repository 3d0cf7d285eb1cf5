package io.ecommerceplatform.model;

import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one service is bound to.
 *
 * @param byKind the stores behind the needs of its component
 * @param byUse further stores by the names under which the service uses them
 * @param items what is told of what lives in AWS alone, by the names under which it is used
 * @param table table that the component is bound to; empty for none
 * @param waitsFor what is not there to be bound, in words for a person
 */
record ServiceStores(
    Map<StoreKind, Store> byKind,
    Map<String, Store> byUse,
    Map<String, Map<String, Value>> items,
    Optional<String> table,
    List<String> waitsFor) {

  ServiceStores {
    byKind = new EnumMap<>(byKind);
    byUse = new LinkedHashMap<>(byUse);
    items = new LinkedHashMap<>(items);
    waitsFor = List.copyOf(waitsFor);
  }

  static Map<StoreKind, Store> noKinds() {
    return new EnumMap<>(StoreKind.class);
  }

  Optional<Store> of(StoreKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** What it needs to know who its stores are. */
  List<FileMount> authorities() {
    return Stream.concat(byKind.values().stream(), byUse.values().stream())
        .distinct()
        .flatMap(store -> store.authoritiesMount().stream())
        .sorted(Comparator.comparing(FileMount::configMap))
        .toList();
  }

  /** Names of all its stores, sorted. */
  Collection<String> names() {
    TreeSet<String> names = new TreeSet<>();
    byKind.values().forEach(s -> names.add(s.name()));
    byUse.values().forEach(s -> names.add(s.name()));
    return names;
  }
}
