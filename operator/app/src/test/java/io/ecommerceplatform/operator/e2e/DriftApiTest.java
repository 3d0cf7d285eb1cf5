package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.ecommerceplatform.resource.Owner;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody else does to an object of ours is put back, counted and named. */
@WithOperator
class DriftApiTest {
  private static final String SHOP =
      "services: [{name: web, scaling: {minReplicas: 2, maxReplicas: 4}, expose: {path: /}},"
          + " {name: user}]";
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** An edit of one field of each kind that has any beside its metadata, as a JSON patch. */
  private static final Map<String, String> EDITS =
      Map.of(
          "ServiceAccount", replace("/automountServiceAccountToken", "true"),
          "Service", replace("/spec/ports/0/targetPort", "1"),
          "Deployment", replace("/spec/progressDeadlineSeconds", "77"),
          "StatefulSet",
              replace("/spec/template/spec/containers/0/image", "\"example.com/other:1\""),
          "HorizontalPodAutoscaler", replace("/spec/maxReplicas", "9"),
          "PodDisruptionBudget", replace("/spec/maxUnavailable", "2"),
          "NetworkPolicy", replace("/spec/policyTypes", "[\"Ingress\"]"),
          "Ingress", replace("/spec/rules/0/host", "\"other.example.com\""));

  private KubernetesClient admin;
  private String namespace;
  private OperatorProcess operator;
  private LiveKinds live;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess running) {
    admin = client;
    namespace = own.name();
    live = new LiveKinds(client, namespace);
    operator = running;
    shop =
        PlatformUnderTest.create(
            admin, namespace, PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {" + SHOP + ","));
    shop.awaitPhase(Phase.Ready);
    new Controllers(admin, namespace).await(); // an autoscaler edits what it scales
  }

  @Test
  void everyKindIsPutBackCountedAndNamed() {
    for (GenericKubernetesResource object : samples()) {
      // credentials are made once; what somebody writes into them is a rotation, not drift
      int edits = object.getKind().equals("Secret") ? 0 : edits(object);
      deleted(object);
      counted(object.getKind(), edits + 1);
    }
    shop.awaitPhase(Phase.Ready);
  }

  private int edits(GenericKubernetesResource object) {
    ObjectNode before = LiveKinds.essence(live.at(object).get());
    live.merge(object, label(MANAGED_BY, "\"somebody\""));
    restored(object, before, "changed label");
    named(object, "metadata.labels." + MANAGED_BY + " had been changed by somebody-else");
    live.merge(object, label(MANAGED_BY, "null"));
    restored(object, before, "removed label");
    named(object, "metadata.labels." + MANAGED_BY + " had been changed by somebody$");
    live.merge(object, "{\"metadata\": {\"ownerReferences\": null}}");
    restored(object, before, "removed owner reference");
    named(object, "metadata.ownerReferences");
    String edit = EDITS.get(object.getKind());
    if (edit == null) {
      return 3;
    }
    live.patch(object, edit);
    restored(object, before, "changed field");
    return 4;
  }

  private void deleted(GenericKubernetesResource object) {
    String uid = live.at(object).get().getMetadata().getUid();
    live.at(object).delete();
    Await.until(
        LiveKinds.id(object) + " made again",
        () -> {
          GenericKubernetesResource now = live.at(object).get();
          return now != null && !now.getMetadata().getUid().equals(uid);
        },
        operator::log);
    named(object, "had been deleted");
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void anObjectWithoutOwnerLabelIsForeignUntilItIsHandedBack() {
    List<GenericKubernetesResource> objects = samples();
    Map<String, String> orphaned = new TreeMap<>();
    for (GenericKubernetesResource object : objects) {
      live.merge(object, label(Owner.PLATFORM, "null"));
    }
    shop.awaitPhase(Phase.Blocked);
    objects.forEach(o -> orphaned.put(LiveKinds.id(o), version(o)));
    for (GenericKubernetesResource object : objects) {
      String command =
          "%s exists and is not ours; delete it, or hand it over with: kubectl label %s %s -n %s "
              .formatted(
                  LiveKinds.id(object),
                  object.getKind().toLowerCase(Locale.ROOT),
                  object.getMetadata().getName(),
                  namespace);
      shop.await(
          command,
          p ->
              p.getStatus().conditions().stream()
                  .anyMatch(c -> c.getMessage().contains(command + Owner.INSTALLATION)));
    }
    assertThat(shop.condition("Ready").getReason()).isEqualTo("Conflict");
    for (GenericKubernetesResource object : objects) {
      assertThat(version(object))
          .as(LiveKinds.id(object))
          .isEqualTo(orphaned.get(LiveKinds.id(object)));
    }

    objects.forEach(o -> live.merge(o, label(Owner.PLATFORM, "\"shop\"")));
    shop.awaitPhase(Phase.Ready);
    assertThat(samples()).extracting(LiveKinds::id).hasSameSizeAs(objects);
  }

  private List<GenericKubernetesResource> samples() {
    // a claim is made by the controller of StatefulSets: ours is its size, see GrowthApiTest
    List<GenericKubernetesResource> samples =
        live.samples("shop").stream()
            .filter(object -> !object.getKind().equals("PersistentVolumeClaim"))
            .toList();
    assertThat(samples)
        .extracting(GenericKubernetesResource::getKind)
        .contains("ServiceAccount", "ConfigMap", "Secret", "Service", "Deployment", "StatefulSet")
        .contains("Job", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy")
        .contains("Ingress");
    return samples;
  }

  private void restored(GenericKubernetesResource object, ObjectNode before, String what) {
    Await.until(
        LiveKinds.id(object) + ": " + what + " put back",
        () -> LiveKinds.essence(live.at(object).get()).equals(before),
        () -> LiveKinds.essence(live.at(object).get()) + "\nwanted " + before);
  }

  private void named(GenericKubernetesResource object, String what) {
    Await.until(
        "an event that names " + LiveKinds.id(object) + ": " + what,
        () ->
            notes().stream()
                .map(n -> n + "$")
                .anyMatch(n -> n.startsWith(LiveKinds.id(object)) && n.contains(what)),
        () -> String.join("\n", notes()));
  }

  private List<String> notes() {
    return admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> "DriftCorrected".equals(event.getReason()))
        .map(event -> event.getNote())
        .toList();
  }

  private void counted(String kind, int atLeast) {
    Pattern counter =
        Pattern.compile("ecp_drift_corrected_total\\{kind=\"%s\"} ([0-9.]+)".formatted(kind));
    operator.await(
        atLeast + " corrections of " + kind,
        o -> {
          Matcher found = counter.matcher(o.get("/metrics"));
          return found.find() && Double.parseDouble(found.group(1)) >= atLeast;
        });
  }

  private String version(GenericKubernetesResource object) {
    ObjectMeta now = live.at(object).get().getMetadata();
    return now.getGeneration() + " " + now.getLabels();
  }

  private static String label(String key, String value) {
    return "{\"metadata\": {\"labels\": {\"%s\": %s}}}".formatted(key, value);
  }

  private static String replace(String path, String value) {
    return "[{\"op\": \"replace\", \"path\": \"%s\", \"value\": %s}]".formatted(path, value);
  }
}
