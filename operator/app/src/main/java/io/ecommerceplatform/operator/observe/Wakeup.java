package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which platforms an event concerns.
 *
 * @param ownership tells ours from foreign
 * @param platforms all platforms that are served
 */
record Wakeup(Ownership ownership, IndexerResourceCache<ECommercePlatform> platforms) {
  /** Its platform for an object of ours, else every platform of its namespace. */
  Set<ResourceID> concerned(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return ownership
        .of(object)
        .map(owner -> Set.of(new ResourceID(owner.platform(), owner.namespace())))
        .orElseGet(() -> ids(platforms.list(namespace)));
  }

  /** Every platform, for what the whole cluster shares. */
  Set<ResourceID> everyone() {
    return ids(platforms.list());
  }

  /**
   * Foreign objects count when they come and go; a leader election in a foreign ConfigMap must not
   * wake anybody every two seconds. Of what is kept of them every change counts: the content of a
   * Secret, and how far the run of a job is.
   */
  boolean matters(GenericKubernetesResource now, GenericKubernetesResource before, Trimming trim) {
    if (ownership.isOurs(now) || ownership.isOurs(before)) {
      return true;
    }
    return !trim.apply(now).getAdditionalProperties().equals(before.getAdditionalProperties());
  }

  private static Set<ResourceID> ids(Stream<ECommercePlatform> platforms) {
    return platforms.map(ResourceID::fromResource).collect(Collectors.toSet());
  }
}
