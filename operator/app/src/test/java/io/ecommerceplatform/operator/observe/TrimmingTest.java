package io.ecommerceplatform.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrimmingTest {
  private final Trimming trimming =
      new Trimming(
          new Ownership("default"), new Fingerprint("key".getBytes(StandardCharsets.UTF_8)));

  @Test
  void ofAForeignObjectOnlyItsIdentityIsKept() {
    GenericKubernetesResource kept = trimming.apply(object("ConfigMap", "", "data: {a: secret}"));

    assertThat(kept.getMetadata().getName()).isEqualTo("order");
    assertThat(kept.getMetadata().getUid()).isEqualTo("u1");
    assertThat(kept.getMetadata().getResourceVersion()).isEqualTo("7");
    assertThat(kept.getMetadata().getManagedFields()).isEmpty();
    assertThat(kept.getAdditionalProperties()).isEmpty();
  }

  @Test
  void ofOursEverythingButTheFieldsOfOthersAndWhatKubectlRemembers() {
    GenericKubernetesResource kept = trimming.apply(object("ConfigMap", OURS, "data: {a: b}"));

    assertThat(kept.getAdditionalProperties()).containsEntry("data", Map.of("a", "b"));
    assertThat(kept.getMetadata().getAnnotations()).containsOnlyKeys("note");
    assertThat(kept.getMetadata().getManagedFields())
        .extracting(entry -> entry.getManager() + " " + (entry.getFieldsV1() != null))
        .containsExactly("ecommerce-platform-operator true", "kubectl-edit false");
  }

  @Test
  void noValueOfASecretIsKept() {
    for (String labels : new String[] {"", OURS}) {
      GenericKubernetesResource kept =
          trimming.apply(object("Secret", labels, "data: {password: aHVudGVyMg==}"));

      assertThat(Serialization.asJson(kept)).contains("password").doesNotContain("aHVudGVyMg");
    }
  }

  @Test
  void whatAnotherControllerMadeOfOursIsForeignInSpiteOfCopiedLabels() {
    GenericKubernetesResource made = object("ConfigMap", OURS, "data: {a: b}");
    made.getMetadata()
        .setOwnerReferences(
            List.of(new OwnerReferenceBuilder().withKind("Kafka").withName("kafka").build()));

    GenericKubernetesResource kept = trimming.apply(made);

    assertThat(kept.getAdditionalProperties()).isEmpty();
    assertThat(kept.getMetadata().getOwnerReferences()).hasSize(1);
  }

  @Test
  void aRotatedSecretHasAnotherFingerprint() {
    var before = trimming.apply(object("Secret", OURS, "data: {password: b25l}"));
    var same = trimming.apply(object("Secret", OURS, "data: {password: b25l}"));
    var after = trimming.apply(object("Secret", OURS, "data: {password: dHdv}"));

    assertThat(before.getAdditionalProperties()).isEqualTo(same.getAdditionalProperties());
    assertThat(before.getAdditionalProperties()).isNotEqualTo(after.getAdditionalProperties());
  }

  private static final String OURS =
      """
      ecommerceplatform.io/installation: default,
          ecommerceplatform.io/namespace: shop,
          ecommerceplatform.io/platform: shop
      """
          .strip();

  private static GenericKubernetesResource object(String kind, String labels, String rest) {
    String yaml =
        """
        apiVersion: v1
        kind: %s
        metadata:
          name: order
          namespace: shop
          uid: u1
          resourceVersion: "7"
          labels: {%s}
          annotations: {note: x, kubectl.kubernetes.io/last-applied-configuration: "{}"}
          managedFields:
          - {manager: ecommerce-platform-operator, operation: Apply, fieldsV1: {"f:data": {}}}
          - {manager: kubectl-edit, operation: Update, fieldsV1: {"f:data": {}}}
        %s
        """
            .formatted(kind, labels, rest);
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
