package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.bundle.Evidence;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a support bundle is made of; what is forbidden is noted and left out. */
public final class EvidenceReader {
  private static final String PLATFORM = "?labelSelector=ecommerceplatform.io%2Fplatform%3D";
  private static final String OPERATORS =
      "/apis/apps/v1/deployments?labelSelector=app.kubernetes.io/name%3Decommerce-platform-operator";
  private static final String OPERATOR_PODS =
      "?labelSelector=app.kubernetes.io/name%3Decommerce-platform-operator";
  private static final int LOG_LINES = 5000;

  private final Cluster cluster;
  private final Map<String, List<JsonNode>> objects = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  public EvidenceReader(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The evidence; without the right to read Secrets there is none, because nothing masks them. */
  public Evidence read(JsonNode resource) {
    String name = resource.at("/metadata/name").asText();
    String namespace = "/namespaces/" + cluster.namespace() + "/";
    List<JsonNode> secrets =
        items("/api/v1" + namespace + "secrets", "list secrets", cluster.namespace());
    objects.put("resource.yaml", List.of(resource));
    for (ManagedKind kind : ManagedKind.ALL) {
      if (!kind.kind().equals("Secret")) {
        String path = kind.path(cluster.namespace(), "");
        String list = path.substring(0, path.length() - 1) + PLATFORM + name;
        collect("objects/" + kind.plural() + ".yaml", list, kind.plural(), kind);
      }
    }
    collect("pods.yaml", "/api/v1" + namespace + "pods" + PLATFORM + name, "pods", null);
    collect("events.yaml", "/api/v1" + namespace + "events", "events", null);
    operators();
    Installed installed = new Installed(cluster);
    texts.put(
        "versions.txt",
        "CRD       %s%noperator  %s%n".formatted(installed.definition(), installed.operator()));
    if (!problems.isEmpty()) {
      texts.put("not-read.txt", String.join("\n", problems) + "\n");
    }
    return new Evidence(objects, texts, secrets);
  }

  private void collect(String file, String path, String plural, ManagedKind kind) {
    attempt(
        () -> {
          List<JsonNode> found = items(path, "list " + plural, cluster.namespace());
          if (kind != null) {
            found.forEach(o -> ((ObjectNode) o).put("kind", kind.kind()));
          }
          objects.put(file, found);
        });
  }

  private void operators() {
    attempt(
        () -> {
          for (JsonNode deployment : items(OPERATORS, "list deployments.apps", "")) {
            String namespace = deployment.at("/metadata/namespace").asText();
            objects.put("operator/deployment-" + namespace + ".yaml", List.of(deployment));
            String pods = "/api/v1/namespaces/" + namespace + "/pods";
            for (JsonNode pod : items(pods + OPERATOR_PODS, "list pods", namespace)) {
              String name = pod.at("/metadata/name").asText();
              attempt(() -> log(pods + "/" + name + "/log", namespace, name));
            }
          }
        });
  }

  private void log(String path, String namespace, String pod) {
    cluster
        .text(path + "?tailLines=" + LOG_LINES, "get pods/log", namespace)
        .ifPresent(log -> texts.put("operator/" + pod + ".log", log));
  }

  /** A part that cannot be read, such as the log of a pod that never started, hides no other. */
  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (UserError e) {
      if (e.getCause() instanceof KubernetesClientException failure && failure.getCode() == 0) {
        throw e;
      }
      problems.add(e.getMessage());
    }
  }

  private List<JsonNode> items(String path, String wish, String where) {
    List<JsonNode> items = new ArrayList<>();
    cluster.read(path, wish, where).ifPresent(l -> l.path("items").forEach(items::add));
    return items;
  }
}
