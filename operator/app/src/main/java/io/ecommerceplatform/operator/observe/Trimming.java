package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.pass.Assessment;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What of an object is kept in memory: of our own all that a comparison needs, of foreign ones that
 * they are there, of the runs of a job how far they are, and of no Secret a value.
 *
 * @param ownership tells ours from foreign
 * @param fingerprint replaces the values of Secrets
 * @param trees keeps equal parts once
 */
public record Trimming(Ownership ownership, Fingerprint fingerprint, SharedTrees trees)
    implements UnaryOperator<GenericKubernetesResource> {
  private static final Set<String> PROGRESS = Set.of("startTime", "conditions");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  public Trimming(Ownership ownership, Fingerprint fingerprint) {
    this(ownership, fingerprint, new SharedTrees());
  }

  @Override
  public GenericKubernetesResource apply(GenericKubernetesResource full) {
    boolean ours = ownership.isOurs(full);
    GenericKubernetesResource kept = new GenericKubernetesResource();
    kept.setApiVersion(full.getApiVersion());
    kept.setKind(full.getKind());
    kept.setMetadata(ours ? ours(full.getMetadata()) : foreign(full.getMetadata()));
    if (full.getKind().equals("Secret")) {
      kept.setAdditionalProperties(secret(full));
    } else if (ours) {
      kept.setAdditionalProperties(trees.of(full.getAdditionalProperties()));
    } else if (full.getKind().equals("Job") && ownership.of(full).isPresent()) {
      kept.setAdditionalProperties(progress(full));
    }
    return kept;
  }

  // a foreign Secret that a service reads must roll its pods as well, so it is fingerprinted too
  private Map<String, Object> secret(GenericKubernetesResource full) {
    Map<String, Object> kept = new TreeMap<>();
    if (full.getAdditionalProperties().get("data") instanceof Map<?, ?> data) {
      Map<String, Object> fingerprints = new TreeMap<>();
      data.forEach(
          (key, value) -> fingerprints.put((String) key, fingerprint.of(String.valueOf(value))));
      kept.put("data", fingerprints);
    }
    if (full.getAdditionalProperties().get("type") instanceof String type) {
      kept.put("type", type);
    }
    return kept;
  }

  // what a CronJob of ours made
  private static Map<String, Object> progress(GenericKubernetesResource job) {
    Map<String, Object> kept = new TreeMap<>();
    if (job.getAdditionalProperties().get("status") instanceof Map<?, ?> status) {
      status.forEach((key, value) -> kept.put((String) key, value));
      kept.keySet().retainAll(PROGRESS);
    }
    return Map.of("status", kept);
  }

  private ObjectMeta ours(ObjectMeta full) {
    ObjectMeta kept = new ObjectMetaBuilder(full).build();
    if (kept.getAnnotations() != null) {
      kept.getAnnotations().remove(LAST_APPLIED);
    }
    kept.setLabels(trees.of(kept.getLabels()));
    kept.setManagedFields(
        full.getManagedFields().stream().map(this::withoutFieldsOfOthers).toList());
    return kept;
  }

  // of other managers the name and the time tell who wrote last; their fields are the bulk
  private ManagedFieldsEntry withoutFieldsOfOthers(ManagedFieldsEntry entry) {
    ManagedFieldsEntry kept = entry.edit().withFieldsV1(null).build();
    if (Assessment.FIELD_MANAGER.equals(entry.getManager()) && entry.getFieldsV1() != null) {
      FieldsV1 fields = new FieldsV1();
      fields.setAdditionalProperties(trees.of(entry.getFieldsV1().getAdditionalProperties()));
      kept.setFieldsV1(fields);
    }
    return kept;
  }

  private static ObjectMeta foreign(ObjectMeta full) {
    return new ObjectMetaBuilder()
        .withName(full.getName())
        .withNamespace(full.getNamespace())
        .withUid(full.getUid())
        .withResourceVersion(full.getResourceVersion())
        .withDeletionTimestamp(full.getDeletionTimestamp())
        .withLabels(full.getLabels() == null ? Map.of() : Map.copyOf(full.getLabels()))
        .withOwnerReferences(full.getOwnerReferences())
        .build();
  }
}
