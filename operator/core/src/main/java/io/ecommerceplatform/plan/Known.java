package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.ObjectRef;
import java.util.Set;

/**
 * What is known of objects that were in place before. A removal leaves no trace in managedFields,
 * and of a deleted object there are none: only who remembers what was there can tell both from a
 * change of the platform.
 *
 * @param unchanged objects that were in place exactly as they are wanted now
 * @param changed objects that were in place and are wanted otherwise now
 */
public record Known(Set<ObjectRef> unchanged, Set<ObjectRef> changed) {

  public Known {
    unchanged = Set.copyOf(unchanged);
    changed = Set.copyOf(changed);
  }

  /** Nothing, as after a start. */
  public static Known nothing() {
    return new Known(Set.of(), Set.of());
  }
}
