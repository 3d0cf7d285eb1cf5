package io.ecommerceplatform.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changes the schema of a service before its new pods start.
 *
 * @param databases names of the in-cluster databases that must be ready for it, sorted
 * @param settings plain settings that are other ones than those of the pods
 */
public record Migration(List<String> databases, SortedMap<String, String> settings) {

  public Migration {
    databases = List.copyOf(databases);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
