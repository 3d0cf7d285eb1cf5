package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.Comparator;
import java.util.List;

/**
 * Which platforms share a namespace: objects carry the names of the resource without a prefix, so
 * there is room for one.
 *
 * @param platforms all platforms that are served
 */
record Neighbours(IndexerResourceCache<ECommercePlatform> platforms) {
  private static final Comparator<ECommercePlatform> AGE =
      Comparator.comparing((ECommercePlatform p) -> p.getMetadata().getCreationTimestamp())
          .thenComparing(p -> p.getMetadata().getName());

  /** Names of the platforms that were there first, oldest first. */
  List<String> olderThan(ECommercePlatform resource) {
    return platforms
        .list(resource.getMetadata().getNamespace())
        .filter(other -> AGE.compare(other, resource) < 0)
        .sorted(AGE)
        .map(other -> other.getMetadata().getName())
        .toList();
  }
}
