package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.javaoperatorsdk.operator.api.reconciler.Context;

/**
 * Keeps a deleted resource until its platform is taken down. It is added before the first object is
 * written and not earlier, so that a resource that is only planned can vanish at once.
 */
public final class Finalizer {
  public static final String NAME = "ecommerceplatform.io/cleanup";

  private Finalizer() {}

  public static boolean isOn(ECommercePlatform resource) {
    return resource.hasFinalizer(NAME);
  }

  /** The resource with the finalizer; sends nothing when it is there already. */
  public static ECommercePlatform ensure(
      ECommercePlatform resource, Context<ECommercePlatform> context) {
    return isOn(resource) ? resource : context.resourceOperations().addFinalizer(NAME);
  }

  /** Lets the resource go. */
  public static void remove(Context<ECommercePlatform> context) {
    context.resourceOperations().removeFinalizer(NAME);
  }
}
