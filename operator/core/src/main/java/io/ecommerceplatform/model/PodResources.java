package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.ecommerceplatform.api.v1alpha1.common.ResourcesSpec;
import io.ecommerceplatform.catalogue.PodSize;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Requests, limits and node pool of a pod: what is set, and defaults for the rest. */
final class PodResources {
  private PodResources() {}

  static ResourceRequirements of(ResourcesSpec set, PodSize size) {
    Map<String, String> requests = new TreeMap<>();
    Map<String, String> limits = new TreeMap<>();
    requests.put("cpu", size.cpu());
    requests.put("memory", size.memory());
    limits.put("memory", size.memoryLimit());
    if (set != null) {
      override(requests, set.requests());
      override(limits, set.limits());
      agree(set, requests, limits);
    }
    return new ResourceRequirementsBuilder()
        .withRequests(CanonicalQuantity.of(requests))
        .withLimits(CanonicalQuantity.of(limits))
        .build();
  }

  static NodePool pool(PlacementSpec set) {
    return set == null
        ? NodePool.ANY
        : new NodePool(Resolution.or(set.pool(), ""), Resolution.or(set.spot(), false));
  }

  private static void override(Map<String, String> values, Map<String, Quantity> set) {
    if (set != null) {
      set.forEach((name, quantity) -> values.put(name, quantity.toString()));
    }
  }

  /**
   * A request above its limit is refused by the API server: the side that is a default gives in.
   */
  private static void agree(
      ResourcesSpec set, Map<String, String> requests, Map<String, String> limits) {
    for (String name : Set.copyOf(limits.keySet())) {
      if (requests.containsKey(name) && isAbove(requests.get(name), limits.get(name))) {
        boolean limitIsSet = set.limits() != null && set.limits().containsKey(name);
        if (limitIsSet) {
          requests.put(name, limits.get(name));
        } else {
          limits.put(name, requests.get(name));
        }
      }
    }
  }

  private static boolean isAbove(String request, String limit) {
    return Quantity.getAmountInBytes(Quantity.parse(request))
            .compareTo(Quantity.getAmountInBytes(Quantity.parse(limit)))
        > 0;
  }
}
