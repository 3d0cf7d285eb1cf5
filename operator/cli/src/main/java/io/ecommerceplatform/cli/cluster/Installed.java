package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.text.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which versions a cluster has. */
public final class Installed {
  private static final String CRD =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + Platforms.RESOURCE;
  private static final String OPERATORS =
      "/apis/apps/v1/deployments?labelSelector=app.kubernetes.io/name%3Decommerce-platform-operator";

  private final Cluster cluster;

  public Installed(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The versions that the CRD serves, or why they are not known. */
  public String definition() {
    try {
      return cluster
          .read(CRD, "get customresourcedefinitions.apiextensions.k8s.io", "")
          .map(Installed::served)
          .orElse("not installed");
    } catch (UserError e) {
      return e.getMessage();
    }
  }

  /** Namespace, version and readiness of each operator, or why they are not known. */
  public String operator() {
    try {
      Optional<JsonNode> list = cluster.read(OPERATORS, "list deployments.apps", "");
      List<String> found = new ArrayList<>();
      list.ifPresent(l -> l.path("items").forEach(d -> found.add(operator(d))));
      return found.isEmpty() ? "no Deployment of it in the cluster" : String.join("; ", found);
    } catch (UserError e) {
      return e.getMessage();
    }
  }

  private static String served(JsonNode definition) {
    List<String> versions = new ArrayList<>();
    definition
        .at("/spec/versions")
        .forEach(
            v ->
                versions.add(
                    v.path("name").asText() + (v.path("storage").asBoolean() ? " (stored)" : "")));
    return String.join(", ", versions);
  }

  private static String operator(JsonNode deployment) {
    JsonNode labels = deployment.at("/metadata/labels");
    String version = labels.path("app.kubernetes.io/version").asText();
    String image = deployment.at("/spec/template/spec/containers/0/image").asText();
    return "%s in namespace %s, %d of %d ready"
        .formatted(
            version.isEmpty() ? image : version,
            deployment.at("/metadata/namespace").asText(),
            deployment.at("/status/readyReplicas").asInt(),
            deployment.at("/spec/replicas").asInt(1));
  }
}
