package io.ecommerceplatform.binding;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The environment of one container, split by how it is delivered.
 *
 * @param config plain values, for a ConfigMap
 * @param env what refers to Secrets or to other variables, in an order in which it can be expanded
 * @param secrets names of the Secrets that {@code env} refers to
 */
public record Environment(
    SortedMap<String, String> config, List<EnvVar> env, SortedSet<String> secrets) {

  public Environment {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    env = List.copyOf(env);
    secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
  }
}
