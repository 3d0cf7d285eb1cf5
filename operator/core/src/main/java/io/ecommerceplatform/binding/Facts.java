package io.ecommerceplatform.binding;

import io.ecommerceplatform.catalogue.EnvCondition;
import io.ecommerceplatform.catalogue.EnvSource;
import java.util.Optional;

/** What is known of one service's surroundings; the side of a binding that knows the platform. */
public interface Facts {

  boolean holds(EnvCondition condition);

  /** The value of a source; empty when there is nothing behind it. */
  Optional<Value> value(EnvSource source);
}
