package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ways out of a pod that an object opens.
 *
 * @param accounts ServiceAccounts that the platform makes itself, none of which has a right
 * @param word a text that must stand in no command line; empty for none
 */
record Escapes(Set<String> accounts, String word) {
  private static final Set<String> NEVER =
      Set.of(
          "hostNetwork",
          "hostPID",
          "hostIPC",
          "hostPath",
          "hostPort",
          "hostUsers",
          "hostAliases",
          "privileged",
          "procMount",
          "nodeName",
          "priorityClassName",
          "runtimeClassName",
          "ephemeralContainers",
          "externalIPs",
          "externalName",
          "serviceAccount",
          "serviceAccountToken",
          "shareProcessNamespace");
  private static final Set<String> VOLUMES =
      Set.of("name", "emptyDir", "configMap", "secret", "persistentVolumeClaim");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "ecommerceplatform.io/",
          "alb.ingress.kubernetes.io/",
          "service.beta.kubernetes.io/aws-load-balancer-",
          "external-dns.kubernetes.io/",
          "external-dns.alpha.kubernetes.io/",
          "eks.amazonaws.com/role-arn");
  private static final String ACTION = "alb.ingress.kubernetes.io/actions.";
  private static final Set<String> GROUPS_OF_OTHERS =
      Set.of("alb.ingress.kubernetes.io/group.name", "alb.ingress.kubernetes.io/group.order");

  List<String> in(JsonNode object) {
    List<String> found = new ArrayList<>();
    walk("", object, found);
    return found;
  }

  private void walk(String path, JsonNode node, List<String> found) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String here = path + "." + field.getKey();
      check(here, field.getKey(), field.getValue(), found);
      walk(here, field.getValue(), found);
    }
    if (node.isArray()) {
      node.forEach(item -> walk(path + "[]", item, found));
    }
  }

  private void check(String path, String key, JsonNode value, List<String> found) {
    boolean text = path.contains(".data.") || path.contains("abels.");
    if (NEVER.contains(key) && !text) {
      found.add(path);
    }
    switch (key) {
      case "serviceAccountName" -> refuse(path, !accounts.contains(value.asText()), found);
      case "command", "args" -> refuse(path, holdsWord(value), found);
      case "volumes" ->
          value.forEach(v -> v.fieldNames().forEachRemaining(n -> volume(path, n, found)));
      case "annotations" -> {
        // those of an alert are texts for people
        if (!path.equals(".spec.groups[].rules[].annotations")) {
          value.properties().forEach(e -> annotation(path, e, found));
        }
      }
      case "securityContext" -> context(path, value, found);
      default -> {}
    }
  }

  private boolean holdsWord(JsonNode commandLine) {
    return !word.isEmpty()
        && commandLine.valueStream().anyMatch(part -> part.asText().contains(word));
  }

  private static void volume(String path, String type, List<String> found) {
    refuse(path + "." + type, !VOLUMES.contains(type), found);
  }

  private static void context(String path, JsonNode context, List<String> found) {
    boolean root = context.has("runAsUser") && context.path("runAsUser").asLong() == 0;
    boolean pod = context.has("runAsNonRoot");
    boolean hardened =
        pod
            ? context.path("runAsNonRoot").asBoolean()
            : !context.path("allowPrivilegeEscalation").asBoolean(true)
                && context.at("/capabilities/add").isMissingNode();
    refuse(path, root || !hardened, found);
  }

  private static void annotation(
      String path, Map.Entry<String, JsonNode> annotation, List<String> found) {
    String key = annotation.getKey();
    boolean known = ANNOTATIONS.stream().anyMatch(key::startsWith);
    refuse(path + "." + key, !known || GROUPS_OF_OTHERS.contains(key), found);
    if (key.startsWith(ACTION)) {
      JsonNode action = Json.parse(annotation.getValue().asText());
      refuse(
          path + "." + key,
          action.size() != 2 || !action.path("type").asText().equals("forward"),
          found);
    }
  }

  private static void refuse(String what, boolean escapes, List<String> found) {
    if (escapes) {
      found.add(what);
    }
  }
}
