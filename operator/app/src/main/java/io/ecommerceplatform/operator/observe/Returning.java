package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.ResourceAction;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceEvent;
import java.util.Map;
import java.util.Set;

/**
 * Platforms that come back under their old name at once. After the pass about a deletion the SDK
 * forgets all that it knows of the name, and with it the creation that came during that pass or
 * while it waited for its turn; nothing would ever start a pass for the new resource. The SDK says
 * when it forgets, under the same lock that its events come in by: what is in the cache by then is
 * told again, and what is not has its event still before it.
 */
public final class Returning extends AbstractEventSource<ECommercePlatform, ECommercePlatform>
    implements Metrics {
  private volatile IndexerResourceCache<ECommercePlatform> platforms;

  public Returning() {
    super(ECommercePlatform.class, "Returning");
  }

  void follow(IndexerResourceCache<ECommercePlatform> cache) {
    platforms = cache;
  }

  @Override
  public void cleanupDone(ResourceID id, Map<String, Object> metadata) {
    platforms.get(id).ifPresent(back -> tell(id, back));
  }

  private void tell(ResourceID id, HasMetadata back) {
    getEventHandler().handleEvent(new ResourceEvent(ResourceAction.ADDED, id, back));
  }

  @Override
  public Set<ECommercePlatform> getSecondaryResources(ECommercePlatform primary) {
    return Set.of();
  }
}
