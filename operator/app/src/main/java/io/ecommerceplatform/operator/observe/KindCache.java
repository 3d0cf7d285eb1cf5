package io.ecommerceplatform.operator.observe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * All objects of one managed kind, with our own writes visible before the watch brings them: a pass
 * that follows a write must not send it again.
 */
public final class KindCache
    extends InformerEventSource<GenericKubernetesResource, ECommercePlatform> {
  private final UnaryOperator<GenericKubernetesResource> trimming;
  private final Set<ResourceID> written = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> leaving = new ConcurrentHashMap<>();

  KindCache(
      InformerEventSourceConfiguration<GenericKubernetesResource> configuration,
      EventSourceContext<ECommercePlatform> context,
      UnaryOperator<GenericKubernetesResource> trimming) {
    super(configuration, context);
    this.trimming = trimming;
  }

  /** The objects of a namespace as of now, our latest writes included. */
  public Collection<LiveObject> in(String namespace) {
    Map<String, GenericKubernetesResource> byName = new TreeMap<>();
    for (GenericKubernetesResource seen : byIndex(Cache.NAMESPACE_INDEX, namespace)) {
      ResourceID id = ResourceID.fromResource(seen);
      written.remove(id);
      byName.put(id.getName(), get(id).orElse(seen));
    }
    for (ResourceID id : written) {
      if (namespace.equals(id.getNamespace().orElse(""))) {
        get(id).ifPresentOrElse(r -> byName.put(id.getName(), r), () -> written.remove(id));
      }
    }
    return byName.values().stream().map(this::live).toList();
  }

  /** The same objects, but read from the API server now. */
  Collection<LiveObject> anew(KubernetesClient client, ManagedKind kind, String namespace) {
    return client
        .genericKubernetesResources(context(kind))
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .map(item -> named(item, kind))
        .map(trimming)
        .map(this::live)
        .toList();
  }

  /** What stands in a list does not say what it is. */
  private static GenericKubernetesResource named(GenericKubernetesResource item, ManagedKind kind) {
    item.setApiVersion(kind.apiVersion());
    item.setKind(kind.kind());
    return item;
  }

  // by its plural, which the client would ask the API server for otherwise
  private static ResourceDefinitionContext context(ManagedKind kind) {
    int slash = kind.apiVersion().indexOf('/');
    return new ResourceDefinitionContext.Builder()
        .withGroup(kind.apiVersion().substring(0, Math.max(slash, 0)))
        .withVersion(kind.apiVersion().substring(slash + 1))
        .withKind(kind.kind())
        .withPlural(kind.plural())
        .withNamespaced(true)
        .build();
  }

  /** Runs a write; its result is visible from now on and its own event wakes nobody. */
  public GenericKubernetesResource write(
      GenericKubernetesResource wanted, UnaryOperator<GenericKubernetesResource> request) {
    GenericKubernetesResource answer =
        eventFilteringUpdateAndCacheResource(wanted, r -> trimming.apply(request.apply(r)));
    written.add(ResourceID.fromResource(answer));
    return answer;
  }

  /**
   * From now on the object counts as on its way out, until the watch says that it is gone. Said
   * before the request, as the watch may be faster than the answer.
   */
  public void leaving(String uid, Instant now) {
    leaving.put(uid, now);
  }

  /** The deletion was refused. */
  public void staying(String uid) {
    leaving.remove(uid);
  }

  @Override
  public synchronized void onDelete(GenericKubernetesResource gone, boolean finalStateUnknown) {
    leaving.remove(gone.getMetadata().getUid());
    super.onDelete(gone, finalStateUnknown);
  }

  private LiveObject live(GenericKubernetesResource object) {
    ObjectNode tree = Json.tree(object);
    Instant since = leaving.get(object.getMetadata().getUid());
    if (since != null && object.getMetadata().getDeletionTimestamp() == null) {
      tree.withObject("/metadata").put("deletionTimestamp", since.toString());
    }
    return new LiveObject(tree);
  }
}
