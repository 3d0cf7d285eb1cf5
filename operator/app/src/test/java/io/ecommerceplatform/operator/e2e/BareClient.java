package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The least that anybody could do: the same objects, applied in parallel and in no order, by a
 * client that neither looks nor waits.
 *
 * @param admin its client
 * @param objects what one platform consists of
 */
record BareClient(KubernetesClient admin, List<GenericKubernetesResource> objects) {
  private static final int PARALLEL = 16; // as many as the operator has under way
  private static final String OURS = "ecommerceplatform.io/platform";

  /** The objects that an operator made in a namespace, without what the API server added. */
  static BareClient like(KubernetesClient admin, String namespace) {
    List<GenericKubernetesResource> all =
        ManagedKind.ALL.stream()
            .filter(kind -> admin.supports(kind.apiVersion(), kind.kind()))
            .flatMap(
                kind ->
                    admin
                        .genericKubernetesResources(kind.apiVersion(), kind.kind())
                        .inNamespace(namespace)
                        .withLabel(OURS)
                        .list()
                        .getItems()
                        .stream())
            .map(BareClient::bare)
            .toList();
    return new BareClient(admin, all);
  }

  /** Applies everything to each namespace; returns when the last answer is there. */
  void apply(List<String> namespaces) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      namespaces.stream()
          .flatMap(
              namespace ->
                  objects.stream()
                      .map(o -> CompletableFuture.runAsync(() -> apply(o, namespace), pool)))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private void apply(GenericKubernetesResource object, String namespace) {
    GenericKubernetesResource copy = Serialization.clone(object);
    copy.getMetadata().setNamespace(namespace);
    admin.resource((HasMetadata) copy).fieldManager("bare").forceConflicts().serverSideApply();
  }

  private static GenericKubernetesResource bare(GenericKubernetesResource live) {
    GenericKubernetesResource kept = Serialization.clone(live);
    kept.setMetadata(
        new ObjectMetaBuilder()
            .withName(live.getMetadata().getName())
            .withLabels(live.getMetadata().getLabels())
            .withAnnotations(live.getMetadata().getAnnotations())
            .build());
    kept.getAdditionalProperties().remove("status");
    if (kept.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
      List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy").forEach(spec::remove);
      if (live.getKind().equals("Job")) {
        spec.remove("selector");
        withoutControllerLabels(spec);
      }
    }
    return kept;
  }

  // the API server sets these from the Job's own UID, and refuses those of another
  private static void withoutControllerLabels(Map<?, ?> spec) {
    if (spec.get("template") instanceof Map<?, ?> template
        && template.get("metadata") instanceof Map<?, ?> metadata
        && metadata.get("labels") instanceof Map<?, ?> labels) {
      labels
          .keySet()
          .removeIf(
              key ->
                  key.toString().startsWith("batch.kubernetes.io/")
                      || key.equals("controller-uid")
                      || key.equals("job-name"));
    }
  }
}
