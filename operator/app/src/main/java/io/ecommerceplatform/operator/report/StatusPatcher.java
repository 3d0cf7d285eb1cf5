package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import org.jboss.logging.Logger;

/**
 * The only writer of status. Every write carries the resourceVersion that the pass started from, so
 * that of two writers one fails and no edit of the spec is lost between reading and writing.
 */
public final class StatusPatcher {
  private static final Logger LOG = Logger.getLogger(StatusPatcher.class);
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  /** How a write ended. */
  public enum Written {
    /** The status was equal already; nothing was sent. */
    UNCHANGED,
    STORED,
    /** The resource changed or went away meanwhile; the next pass starts from what is there. */
    OVERTAKEN
  }

  /** Writes the status if it differs from the one that the resource came with. */
  public Written write(
      ECommercePlatform resource, PlatformStatus status, Context<ECommercePlatform> context) {
    if (status.equals(resource.getStatus())) {
      return Written.UNCHANGED;
    }
    ECommercePlatform update = new ECommercePlatform();
    update.setMetadata(resource.getMetadata());
    update.setSpec(resource.getSpec());
    update.setStatus(status);
    try {
      ECommercePlatform stored = context.resourceOperations().updatePrimaryStatus(update);
      return hasMovedOn(resource, stored) ? Written.OVERTAKEN : Written.STORED;
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT || e.getCode() == NOT_FOUND) {
        LOG.debugf("status not written, the resource has moved on: %s", e.getMessage());
        return Written.OVERTAKEN;
      }
      throw e;
    }
  }

  // The SDK drops events that are older than our own write: what the write returned is compared
  // with what was reconciled, so that a spec edit made in between is never missed.
  private static boolean hasMovedOn(ECommercePlatform reconciled, ECommercePlatform stored) {
    return !reconciled.getMetadata().getGeneration().equals(stored.getMetadata().getGeneration());
  }
}
