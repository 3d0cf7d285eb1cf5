package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows one platform; a stream that ends is opened again by the next look. */
public final class PlatformWatch implements AutoCloseable, Watcher<GenericKubernetesResource> {
  static final ResourceDefinitionContext KIND =
      new ResourceDefinitionContext.Builder()
          .withGroup("ecommerceplatform.io")
          .withVersion("v1alpha1")
          .withKind("ECommercePlatform")
          .withPlural("ecommerceplatforms")
          .withNamespaced(true)
          .build();

  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final Cluster cluster;
  private final String name;
  private Watch stream;

  private PlatformWatch(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** Starts with the present state of the platform. */
  public static PlatformWatch start(Cluster cluster, String name) {
    PlatformWatch watch = new PlatformWatch(cluster, name);
    watch.open();
    return watch;
  }

  /** The newest state, as soon as there is one; empty when nothing changed for that long. */
  public Optional<Change> next(Duration patience) throws InterruptedException {
    Change change = changes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (Change.STREAM_ENDED.equals(change)) {
      stream.close();
      open();
      return Optional.empty();
    }
    return Optional.ofNullable(change);
  }

  private void open() {
    stream =
        cluster
            .client()
            .genericKubernetesResources(KIND)
            .inNamespace(cluster.namespace())
            .withName(name)
            .watch(this);
  }

  @Override
  public void eventReceived(Action action, GenericKubernetesResource resource) {
    switch (action) {
      case ADDED, MODIFIED -> changes.add(new Change(Json.tree(resource), false));
      case DELETED -> changes.add(new Change(Json.tree(resource), true));
      case BOOKMARK, ERROR -> {
        // a bookmark says nothing about the platform; after an error the stream is closed
      }
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    changes.add(Change.STREAM_ENDED);
  }

  @Override
  public void close() {
    stream.close();
  }

  /**
   * A state of the platform.
   *
   * @param platform the resource
   * @param gone whether it was deleted
   */
  public record Change(JsonNode platform, boolean gone) {
    private static final Change STREAM_ENDED = new Change(null, true);
  }
}
