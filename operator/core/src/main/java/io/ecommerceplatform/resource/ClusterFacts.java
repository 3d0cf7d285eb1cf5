package io.ecommerceplatform.resource;

import java.util.Map;
import java.util.Set;

/**
 * What the cluster offers beside the platform's own objects.
 *
 * @param storageClasses names of the StorageClasses
 * @param defaultStorageClass name of the default one, empty when there is none
 * @param ingressClasses names of the IngressClasses
 * @param kinds served optional kinds as {@code group/Kind}
 * @param secretKeys keys of the Secrets in the platform's namespace, by the Secret's name
 */
public record ClusterFacts(
    Set<String> storageClasses,
    String defaultStorageClass,
    Set<String> ingressClasses,
    Set<String> kinds,
    Map<String, Set<String>> secretKeys) {

  public ClusterFacts {
    storageClasses = Set.copyOf(storageClasses);
    ingressClasses = Set.copyOf(ingressClasses);
    kinds = Set.copyOf(kinds);
    secretKeys = Map.copyOf(secretKeys);
  }
}
