package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.aws.AwsEngine;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.Optional;

/** Adds what is in AWS to the picture of a cluster; costs no call. */
public final class AwsView {
  private final AwsEngine engine;
  private final Catalogue catalogue;
  private final OperatorSettings settings;

  public AwsView(AwsEngine engine, Catalogue catalogue, OperatorSettings settings) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /** The picture with AWS in it; empty until AWS was looked at once, which wakes the platform. */
  public Optional<Observed> with(ECommercePlatform resource, Observed cluster) {
    if (resource.getSpec().aws() == null) {
      return Optional.of(cluster);
    }
    ItemOutputs known = ItemOutputs.none().with(cluster.loadBalancer(owner(resource)));
    Platform platform =
        PlatformResolver.resolve(resource, catalogue, settings, cluster.cluster(), known);
    if (platform.aws().isEmpty()) {
      return Optional.of(cluster);
    }
    return engine.world(platform, platform.aws().get()).map(cluster::with);
  }

  /** What is known of AWS is old from now on, and what it refused is tried again. */
  public void refresh(ECommercePlatform resource) {
    engine.refresh(owner(resource));
  }

  /** The platform is gone. */
  public void forget(ECommercePlatform resource) {
    engine.forget(owner(resource));
  }

  private Owner owner(ECommercePlatform resource) {
    return new Owner(
        settings.installation(),
        resource.getMetadata().getNamespace(),
        resource.getMetadata().getName());
  }
}
