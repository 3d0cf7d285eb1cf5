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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Adds what is in AWS to the picture of a cluster; costs no call. */
public final class AwsView {
  /** Annotation that has what AWS refused tried again at once, each time it says something new. */
  static final String RETRY = "ecommerceplatform.io/retry";

  private final AwsEngine engine;
  private final Catalogue catalogue;
  private final OperatorSettings settings;

  /** The last word of each platform's annotation; a new one counts once. */
  private final Map<Owner, String> retries = new ConcurrentHashMap<>();

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
    retry(resource, platform);
    return engine.world(platform, platform.aws().get()).map(cluster::with);
  }

  /** After a start nothing is known to be refused, so that an old word does no harm. */
  private void retry(ECommercePlatform resource, Platform platform) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(resource.getMetadata().getAnnotations(), Map.of());
    String word = annotations.get(RETRY);
    if (word != null && !word.equals(retries.put(platform.owner(), word))) {
      engine.retry(platform.owner(), platform.aws().orElseThrow());
    }
  }

  /** The platform is gone. */
  public void forget(ECommercePlatform resource) {
    Owner owner = owner(resource);
    engine.forget(owner);
    retries.remove(owner);
  }

  private Owner owner(ECommercePlatform resource) {
    return new Owner(
        settings.installation(),
        resource.getMetadata().getNamespace(),
        resource.getMetadata().getName());
  }
}
