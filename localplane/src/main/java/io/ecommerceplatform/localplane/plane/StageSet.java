package io.ecommerceplatform.localplane.plane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.localplane.Resources;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the fake kubelets do: KWOK's stages made predictable, and this project's own beside them.
 *
 * <p>Giving KWOK one stage replaces all of its defaults, so both halves go into one list.
 *
 * @param kwokFiles the text of a file of KWOK's kustomize folder, by its path there
 * @param podDelay how long each step takes without an annotation
 */
record StageSet(UnaryOperator<String> kwokFiles, Duration podDelay) {
  private static final String STORAGE_CLASSES = "['kwok-volume','gp2','gp3','io1','io2','efs-sc']";

  /** A Kubernetes {@code List} in JSON. */
  String json() throws IOException {
    var yaml = new YAMLMapper();
    var list = yaml.createObjectNode().put("apiVersion", "v1").put("kind", "List");
    var items = list.putArray("items");
    for (var file : StageFile.values()) {
      for (var stage : read(yaml, kwokFiles.apply(file.path()))) {
        items.add(adapted(file, stage, yaml));
      }
    }
    for (var name : StageFile.OWN) {
      read(yaml, Resources.text("stages/" + name)).forEach(items::add);
    }
    return list.toString();
  }

  private static List<ObjectNode> read(YAMLMapper yaml, String text) throws IOException {
    var stages = new ArrayList<ObjectNode>();
    try (var documents = yaml.readerFor(ObjectNode.class).<ObjectNode>readValues(text)) {
      documents.forEachRemaining(stages::add);
    }
    return stages;
  }

  private JsonNode adapted(StageFile file, ObjectNode stage, YAMLMapper yaml) throws IOException {
    return switch (file) {
      case NODE_INITIALIZE, NODE_HEARTBEAT -> stage;
      case NODE_NOT_READY, POD_FAILED, POD_CREATE, POD_INIT_COMPLETED, POD_COMPLETE, POD_DELETE ->
          exact(stage);
      case POD_INIT_RUNNING -> without(exact(stage), ".spec.initContainers.[]?.image", "broken");
      case POD_READY -> without(exact(stage), ".spec.containers.[].image", "(broken|crashloop)");
      case PV_BIND, PV_DELETE, PVC_PROVISION, PVC_DELETE ->
          yaml.readTree(stage.toString().replace("== 'kwok-volume'", "in " + STORAGE_CLASSES));
    };
  }

  /** A delay annotation is cut to the stage's random jitter, so the jitter has to go. */
  private ObjectNode exact(ObjectNode stage) {
    if (stage.at("/spec/delay") instanceof ObjectNode delay) {
      delay.remove(List.of("jitterDurationMilliseconds", "jitterDurationFrom"));
      delay.put("durationMilliseconds", podDelay.toMillis());
    }
    return stage;
  }

  /** Keeps pods with such an image tag out of a stage; they have stages of their own. */
  private static ObjectNode without(ObjectNode stage, String images, String tags) {
    stage
        .withArray("/spec/selector/matchExpressions")
        .addObject()
        .put("key", "%s | select( test(\"[:-]%s$\") )".formatted(images, tags))
        .put("operator", "DoesNotExist");
    return stage;
  }
}
