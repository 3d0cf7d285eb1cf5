package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.resource.Owner;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;

/** Wakes a platform when what it sees of AWS has changed. */
public final class AwsNews extends SimpleInboundEventSource<ECommercePlatform> {

  public AwsNews() {
    super("aws");
  }

  public void about(Owner owner) {
    propagateEvent(new ResourceID(owner.platform(), owner.namespace()));
  }
}
