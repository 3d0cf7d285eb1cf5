package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ServedKinds;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all platforms share: storage classes, ingress classes and which optional kinds exist. */
final class ClusterCaches {
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

  private static final String EXPANSION = "allowVolumeExpansion";

  private final InformerEventSource<GenericKubernetesResource, ECommercePlatform> storageClasses;
  private final InformerEventSource<GenericKubernetesResource, ECommercePlatform> ingressClasses;
  private final InformerEventSource<GenericKubernetesResource, ECommercePlatform> definitions;

  ClusterCaches(EventSourceContext<ECommercePlatform> context, Wakeup wakeup) {
    storageClasses = source("storage.k8s.io/v1", "StorageClass", context, wakeup);
    ingressClasses = source("networking.k8s.io/v1", "IngressClass", context, wakeup);
    definitions = source("apiextensions.k8s.io/v1", "CustomResourceDefinition", context, wakeup);
  }

  List<EventSource<?, ECommercePlatform>> sources() {
    return List.of(storageClasses, ingressClasses, definitions);
  }

  /** Kinds of custom resources that the API server serves, as {@code group/version/Kind}. */
  Set<String> served() {
    return definitions
        .list()
        .flatMap(d -> ServedKinds.of(Json.tree(d)).stream())
        .collect(Collectors.toSet());
  }

  ClusterFacts facts(
      Set<String> kinds, Map<String, Set<String>> secretKeys, Set<String> forbidden) {
    return new ClusterFacts(
        names(storageClasses),
        storageClasses
            .list(c -> Boolean.TRUE.equals(c.getAdditionalProperties().get(EXPANSION)))
            .map(c -> c.getMetadata().getName())
            .collect(Collectors.toSet()),
        storageClasses
            .list(ClusterCaches::isDefault)
            .map(c -> c.getMetadata().getName())
            .min(String::compareTo)
            .orElse(""),
        names(ingressClasses),
        kinds,
        secretKeys,
        forbidden);
  }

  private static boolean isDefault(HasMetadata storageClass) {
    Map<String, String> annotations = storageClass.getMetadata().getAnnotations();
    return annotations != null && "true".equals(annotations.get(DEFAULT));
  }

  private static Set<String> names(
      InformerEventSource<GenericKubernetesResource, ECommercePlatform> source) {
    return source.list().map(o -> o.getMetadata().getName()).collect(Collectors.toSet());
  }

  private static InformerEventSource<GenericKubernetesResource, ECommercePlatform> source(
      String apiVersion,
      String kind,
      EventSourceContext<ECommercePlatform> context,
      Wakeup wakeup) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(
                new GroupVersionKind(apiVersion, kind), ECommercePlatform.class)
            .withName(kind)
            .withWatchAllNamespaces()
            .withItemStore(new TransformingItemStore<>(ClusterCaches::trim))
            .withSecondaryToPrimaryMapper(object -> wakeup.everyone())
            .withPrimaryToSecondaryMapper(platform -> Set.of())
            .withOnUpdateFilter((now, before) -> !trim(now).equals(before))
            .build(),
        context);
  }

  // a definition is up to 1 MiB of schema, of which only the names are read
  private static GenericKubernetesResource trim(GenericKubernetesResource full) {
    GenericKubernetesResource kept = new GenericKubernetesResource();
    kept.setApiVersion(full.getApiVersion());
    kept.setKind(full.getKind());
    kept.setMetadata(
        new ObjectMetaBuilder()
            .withName(full.getMetadata().getName())
            .withResourceVersion(full.getMetadata().getResourceVersion())
            .withAnnotations(full.getMetadata().getAnnotations())
            .build());
    if (full.getKind().equals("StorageClass")) {
      kept.setAdditionalProperty(EXPANSION, full.getAdditionalProperties().get(EXPANSION));
    }
    if (full.getKind().equals("CustomResourceDefinition")) {
      kept.setAdditionalProperty(
          "spec",
          Map.of(
              "group", full.<String>get("spec", "group"),
              "names", Map.of("kind", full.<String>get("spec", "names", "kind")),
              "versions", picked(full.get("spec", "versions"), "name", "served")));
      kept.setAdditionalProperty(
          "status",
          Map.of("conditions", picked(full.get("status", "conditions"), "type", "status")));
    }
    return kept;
  }

  private static List<Map<String, Object>> picked(List<Map<String, Object>> items, String... keys) {
    List<Map<String, Object>> all = items == null ? List.of() : items;
    return all.stream()
        .map(
            item -> {
              Map<String, Object> few = new TreeMap<>(item);
              few.keySet().retainAll(Set.of(keys));
              return few;
            })
        .toList();
  }
}
