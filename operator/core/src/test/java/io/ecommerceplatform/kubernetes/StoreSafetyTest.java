package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.resource.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every object of every store. */
class StoreSafetyTest {
  private static final Pattern EXPANDED_SECRET =
      Pattern.compile("\\$\\([A-Z_0-9]*(PASSWORD|PWD|KEYFILE|SECRET)[A-Za-z_0-9]*\\)");

  static List<Manifest> objects() {
    return StoreGoldenTest.cases().values().stream()
        .flatMap(store -> store.compile().objects().stream())
        // data, so owned by nobody
        .filter(
            object -> !Set.of("KafkaTopic", "PersistentVolumeClaim").contains(object.ref().kind()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void isOwnedAndLabelled(Manifest object) {
    JsonNode reference = object.json().at("/metadata/ownerReferences/0");

    assertThat(reference.path("kind").asText()).isEqualTo("ECommercePlatform");
    assertThat(reference.path("controller").asBoolean()).isTrue();
    assertThat(reference.path("blockOwnerDeletion").asBoolean(true)).isFalse();
    assertThat(object.labels())
        .containsEntry("ecommerceplatform.io/platform", "shop")
        .containsEntry("app.kubernetes.io/part-of", "shop")
        .containsKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void emitsNothingEmpty(Manifest object) {
    assertThat(empties("", object.json()))
        .as("an empty value is one that the API server drops, so it would be sent for ever")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void showsNoSecretInArguments(Manifest object) {
    for (JsonNode container : containers(object)) {
      String words = container.path("command").toString() + container.path("args");
      assertThat(EXPANDED_SECRET.matcher(words).find()).as(words).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("objects")
  void givesPasswordsByReferenceOnly(Manifest object) {
    for (JsonNode container : containers(object)) {
      for (JsonNode variable : container.path("env")) {
        if (variable.path("name").asText().matches(".*(PASSWORD|PWD).*")) {
          assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
              .as(variable.toString())
              .isNotEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("objects")
  void isAdmittedAsRestricted(Manifest object) {
    if (containers(object).isEmpty()) {
      return;
    }
    JsonNode pod = object.json().at("/spec/template/spec");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asLong()).isPositive();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    for (JsonNode container : containers(object)) {
      JsonNode context = container.path("securityContext");
      assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("objects")
  void mountsOnlyVolumesThatExist(Manifest object) {
    List<String> volumes = new ArrayList<>(names(object.json().at("/spec/template/spec/volumes")));
    for (JsonNode template : object.json().at("/spec/volumeClaimTemplates")) {
      volumes.add(template.at("/metadata/name").asText());
    }
    for (JsonNode container : containers(object)) {
      assertThat(volumes).containsAll(names(container.path("volumeMounts")));
    }
  }

  @Test
  void keepsVolumesFromGarbageCollection() {
    List<JsonNode> volumes =
        objects().stream()
            .filter(o -> o.ref().kind().equals("StatefulSet"))
            .map(o -> o.json().at("/spec/volumeClaimTemplates/0"))
            .toList();

    assertThat(volumes)
        .hasSize(ours())
        .allSatisfy(
            volume -> {
              assertThat(volume.at("/metadata/ownerReferences").isMissingNode()).isTrue();
              assertThat(volume.at("/metadata/labels").properties())
                  .extracting(Map.Entry::getKey)
                  .contains("ecommerceplatform.io/platform", Diff.DELETION_POLICY);
            });
  }

  /** Stores whose volumes this operator asks for. */
  private static int ours() {
    return (int)
        StoreGoldenTest.cases().keySet().stream().filter(c -> !c.contains("strimzi")).count();
  }

  private static List<JsonNode> containers(Manifest object) {
    List<JsonNode> containers = new ArrayList<>();
    JsonNode pod = object.json().at("/spec/template/spec");
    pod.path("initContainers").forEach(containers::add);
    pod.path("containers").forEach(containers::add);
    return containers;
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  private static List<String> empties(String path, JsonNode node) {
    List<String> found = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(e -> found.addAll(empties(path + "." + e.getKey(), e.getValue())));
    }
    if (node.isArray()) {
      node.forEach(item -> found.addAll(empties(path + "[]", item)));
    }
    // an empty emptyDir is what chooses the type of a volume
    boolean chooses = path.endsWith(".emptyDir");
    if (node.isNull()
        || (!chooses && node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isEmpty())) {
      found.add(path);
    }
    return found;
  }
}
