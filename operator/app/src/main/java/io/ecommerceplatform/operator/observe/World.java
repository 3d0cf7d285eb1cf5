package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.PodView;
import io.ecommerceplatform.resource.PodViews;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.resource.SecretProof;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.EventSourceRetriever;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Everything that one controller watches, read as one picture per namespace. */
public final class World {
  private final Map<ManagedKind, KindCache> kinds = new LinkedHashMap<>();
  private final InformerEventSource<Pod, ECommercePlatform> pods;
  private final OptionalKinds optional;
  private final ClusterCaches cluster;
  private final Neighbours neighbours;
  private final Returning returning;
  private final VeleroAccess velero;
  private final AwsNews news;
  private final KubernetesClient client;
  private final Ownership ownership;

  public World(
      EventSourceContext<ECommercePlatform> context,
      Trimming trimming,
      Returning returning,
      VeleroAccess velero,
      AwsNews news) {
    this.returning = returning;
    this.velero = velero;
    this.news = news;
    client = context.getClient();
    ownership = trimming.ownership();
    returning.follow(context.getPrimaryCache());
    Wakeup wakeup = new Wakeup(trimming.ownership(), context.getPrimaryCache());
    ManagedKind.BUILT_IN.forEach(k -> kinds.put(k, cache(k, context, trimming, wakeup)));
    optional = new OptionalKinds(k -> cache(k, context, trimming, wakeup));
    pods = pods(context, wakeup);
    cluster = new ClusterCaches(context, wakeup);
    neighbours = new Neighbours(context.getPrimaryCache());
  }

  /** What the SDK starts, stops and checks the health of. */
  public List<EventSource<?, ECommercePlatform>> sources() {
    List<EventSource<?, ECommercePlatform>> all = new ArrayList<>(kinds.values());
    all.add(pods);
    all.add(returning);
    all.add(news);
    all.addAll(cluster.sources());
    return all;
  }

  /** Watches what the cluster has learnt to serve, and no longer what it has forgotten. */
  public void follow(EventSourceRetriever<ECommercePlatform> sources) {
    Set<String> served = cluster.served();
    String schedules = ManagedKind.VELERO.id();
    boolean closed = served.contains(schedules) && !optional.isOpen(ManagedKind.VELERO);
    if (closed && !velero.isGranted()) {
      served.remove(schedules);
    }
    optional.follow(served, sources);
  }

  /** The picture of a namespace; costs no request. */
  public Observed observe(String namespace) {
    return picture(
        namespace,
        (kind, where) -> cache(kind).in(where),
        pods.byIndex(Cache.NAMESPACE_INDEX, namespace));
  }

  /** The same past all caches, by one request a kind. */
  public Observed readAnew(String namespace) {
    return picture(
        namespace,
        (kind, where) -> cache(kind).anew(client, kind, where),
        client
            .pods()
            .inNamespace(namespace)
            .withLabelSelector(ownership.selector())
            .list()
            .getItems());
  }

  private Observed picture(
      String namespace,
      BiFunction<ManagedKind, String, Collection<LiveObject>> look,
      List<Pod> podsThere) {
    List<LiveObject> objects =
        Stream.concat(kinds.keySet().stream(), optional.kinds().stream())
            .filter(kind -> !kind.isElsewhere())
            .flatMap(kind -> look.apply(kind, namespace).stream())
            .toList();
    List<LiveObject> schedules =
        optional.find(ManagedKind.VELERO).stream()
            .flatMap(k -> look.apply(ManagedKind.VELERO, velero.namespace()).stream())
            .toList();
    List<PodView> views = podsThere.stream().map(PodViews::of).toList();
    return Observed.of(
        Stream.concat(objects.stream(), schedules.stream()).toList(),
        views,
        cluster.facts(watched(), secretKeys(objects), forbidden()));
  }

  /** Names of the platforms that were in the resource's namespace before it. */
  public List<String> older(ECommercePlatform resource) {
    return neighbours.olderThan(resource);
  }

  /** Where the writes of a kind must be made visible. */
  public KindCache cache(ObjectRef ref) {
    return cache(ManagedKind.of(ref));
  }

  private KindCache cache(ManagedKind kind) {
    return optional.find(kind).orElseGet(() -> kinds.get(kind));
  }

  private Set<String> forbidden() {
    String schedules = ManagedKind.VELERO.id();
    boolean isClosed = !optional.isOpen(ManagedKind.VELERO);
    return isClosed && cluster.served().contains(schedules) ? Set.of(schedules) : Set.of();
  }

  // a kind whose objects we cannot see yet is none whose objects we may make
  private Set<String> watched() {
    Set<String> served = cluster.served();
    ManagedKind.OPTIONAL.stream()
        .filter(kind -> !optional.isOpen(kind))
        .forEach(kind -> served.remove(kind.id()));
    return served;
  }

  /** Keyed hashes of the Secrets in a picture. */
  public static SecretFingerprints fingerprints(Observed observed, String namespace, String key) {
    return new SecretFingerprints() {
      @Override
      public Optional<String> of(String secretName) {
        return observed
            .find(new ObjectRef("v1", "Secret", namespace, secretName))
            .map(secret -> Json.hash(secret.json().path("data")));
      }

      @Override
      public Optional<SecretProof> proof(String secretName) {
        return of(secretName).map(hash -> new SecretProof(key, hash));
      }
    };
  }

  private static Map<String, Set<String>> secretKeys(List<LiveObject> objects) {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (LiveObject object : objects) {
      if (object.ref().kind().equals("Secret")) {
        keys.put(object.ref().name(), new TreeSet<>(Json.strings(object.json(), "data").keySet()));
      }
    }
    return keys;
  }

  private KindCache cache(
      ManagedKind kind,
      EventSourceContext<ECommercePlatform> context,
      Trimming trimming,
      Wakeup wakeup) {
    var configuration = configuration(kind, trimming, wakeup);
    return new KindCache(
        kind.isElsewhere()
            ? configuration.withNamespaces(Set.of(velero.namespace())).build()
            : configuration.withNamespacesInheritedFromController().build(),
        context,
        trimming);
  }

  private static InformerEventSourceConfiguration.Builder<GenericKubernetesResource> configuration(
      ManagedKind kind, Trimming trimming, Wakeup wakeup) {
    return InformerEventSourceConfiguration.from(
            new GroupVersionKind(kind.apiVersion(), kind.kind()), ECommercePlatform.class)
        .withName(kind.kind())
        .withItemStore(new TransformingItemStore<>(trimming))
        .withSecondaryToPrimaryMapper(wakeup::concerned)
        .withPrimaryToSecondaryMapper(platform -> Set.of())
        .withOnUpdateFilter((now, before) -> wakeup.matters(now, before, trimming));
  }

  private static InformerEventSource<Pod, ECommercePlatform> pods(
      EventSourceContext<ECommercePlatform> context, Wakeup wakeup) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(Pod.class, ECommercePlatform.class)
            .withName("Pod")
            .withNamespacesInheritedFromController()
            .withLabelSelector(wakeup.ownership().selector())
            .withItemStore(new TransformingItemStore<>(PodViews::trim))
            .withSecondaryToPrimaryMapper(wakeup::concerned)
            .withPrimaryToSecondaryMapper(platform -> Set.of())
            .withOnUpdateFilter((now, before) -> !PodViews.of(now).equals(PodViews.of(before)))
            .build(),
        context);
  }
}
