package io.ecommerceplatform.operator.report;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/**
 * Gives every event counter of the SDK the same tag keys: it names an action on some events only,
 * and Prometheus refuses a meter whose keys differ from the first one of its name.
 */
@Singleton
public final class SdkMeterFilter implements MeterFilter {
  private static final String ACTION = "action";

  @Override
  public Meter.Id map(Meter.Id id) {
    boolean lacksAction = id.getName().startsWith("events.received") && id.getTag(ACTION) == null;
    return lacksAction ? id.withTag(Tag.of(ACTION, "none")) : id;
  }
}
