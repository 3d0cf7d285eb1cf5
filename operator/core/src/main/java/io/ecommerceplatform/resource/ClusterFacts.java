package io.ecommerceplatform.resource;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What the cluster offers beside the platform's own objects.
 *
 * @param storageClasses names of the StorageClasses
 * @param expandableClasses names of those whose volumes can grow
 * @param defaultStorageClass name of the default one, empty when there is none
 * @param ingressClasses names of the IngressClasses
 * @param kinds kinds of custom resources that are served, as {@code group/version/Kind}
 * @param secretKeys keys of the Secrets in the platform's namespace, by the Secret's name
 * @param forbidden kinds that are served, and that we have no right to, as {@code kinds}
 */
public record ClusterFacts(
    Set<String> storageClasses,
    Set<String> expandableClasses,
    String defaultStorageClass,
    Set<String> ingressClasses,
    Set<String> kinds,
    Map<String, Set<String>> secretKeys,
    Set<String> forbidden) {

  public ClusterFacts {
    storageClasses = Set.copyOf(storageClasses);
    expandableClasses = Set.copyOf(expandableClasses);
    ingressClasses = Set.copyOf(ingressClasses);
    kinds = Set.copyOf(kinds);
    secretKeys = Map.copyOf(secretKeys);
    forbidden = Set.copyOf(forbidden);
  }

  /** A cluster that forbids nothing. */
  public ClusterFacts(
      Set<String> storageClasses,
      Set<String> expandableClasses,
      String defaultStorageClass,
      Set<String> ingressClasses,
      Set<String> kinds,
      Map<String, Set<String>> secretKeys) {
    this(
        storageClasses,
        expandableClasses,
        defaultStorageClass,
        ingressClasses,
        kinds,
        secretKeys,
        Set.of());
  }

  /** A cluster whose volumes stay as they are. */
  public ClusterFacts(
      Set<String> storageClasses,
      String defaultStorageClass,
      Set<String> ingressClasses,
      Set<String> kinds,
      Map<String, Set<String>> secretKeys) {
    this(storageClasses, Set.of(), defaultStorageClass, ingressClasses, kinds, secretKeys);
  }

  /** True when objects of all these kinds can be made. */
  public boolean servesAll(Collection<ManagedKind> wanted) {
    return wanted.stream().allMatch(this::serves);
  }

  /** True when only a right is missing. */
  public boolean forbids(ManagedKind kind) {
    return forbidden.contains(kind.id());
  }

  /** True when objects of the kind can be made. */
  public boolean serves(ManagedKind kind) {
    return !kind.isOptional() || kinds.contains(kind.id());
  }
}
