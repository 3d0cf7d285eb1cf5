package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.manifest.PlatformSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Whether the operator and its CRD are there, and of an age with this command. */
record InstallationChecks(Survey survey, Wish wish, Instant now) {
  private static final String DEFINITION = "ecommerceplatforms.ecommerceplatform.io";
  private static final String VERSION = "v1alpha1";
  private static final Duration ALIVE = Duration.ofMinutes(2);
  private static final String INSTALL_DEFINITION =
      "kubectl apply --server-side -f crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final String INSTALL =
      "kubectl apply --server-side -k deploy/kustomize/overlays/cluster-wide";

  Answer definition() {
    return survey.decide(
        Part.DEFINITIONS, "CRD", s -> definition(s.named(Part.DEFINITIONS, DEFINITION)));
  }

  private static Answer definition(Optional<JsonNode> found) {
    if (found.isEmpty()) {
      return Answer.lacking("CRD", "ECommercePlatform is not installed", INSTALL_DEFINITION);
    }
    Optional<JsonNode> version =
        StreamSupport.stream(found.get().at("/spec/versions").spliterator(), false)
            .filter(v -> v.path("name").asText().equals(VERSION) && v.path("served").asBoolean())
            .findFirst();
    if (version.isEmpty()) {
      return Answer.lacking("CRD", "it does not serve " + VERSION, INSTALL_DEFINITION);
    }
    TreeSet<String> missing = new TreeSet<>();
    JsonNode live = version.get().at("/schema/openAPIV3Schema/properties/spec");
    missing("spec", PlatformSchema.load().root().at("/properties/spec"), live, missing);
    if (!missing.isEmpty()) {
      String message = "it is older than this command: it does not know " + missing.first();
      return Answer.lacking("CRD", message, INSTALL_DEFINITION);
    }
    return Answer.fine("CRD", VERSION + ", with every field that this command knows");
  }

  private static void missing(String path, JsonNode ours, JsonNode live, TreeSet<String> missing) {
    if (ours.path("items").isObject()) {
      missing(path + "[]", ours.path("items"), live.path("items"), missing);
    }
    for (var field : ours.path("properties").properties()) {
      String at = path + "." + field.getKey();
      JsonNode there = live.path("properties").path(field.getKey());
      if (there.isMissingNode()) {
        missing.add(at);
      } else {
        missing(at, field.getValue(), there, missing);
      }
    }
  }

  Answer operator() {
    return survey.decide(Part.OPERATORS, "operator", s -> operator(s.of(Part.OPERATORS)));
  }

  private Answer operator(List<JsonNode> deployments) {
    if (deployments.isEmpty()) {
      return holder()
          .map(h -> Answer.fine("operator", "runs outside of the cluster as " + h))
          .orElse(Answer.lacking("operator", "nothing runs it", INSTALL));
    }
    JsonNode deployment = deployments.getFirst();
    String namespace = deployment.at("/metadata/namespace").asText();
    if (deployment.at("/status/readyReplicas").asInt() == 0) {
      return Answer.lacking(
          "operator",
          "no pod of its Deployment in namespace " + namespace + " is ready",
          "kubectl describe pods -n %s -l app.kubernetes.io/name=ecommerce-platform-operator"
              .formatted(namespace));
    }
    String version = Survey.labels(deployment).getOrDefault("app.kubernetes.io/version", "");
    if (!version.isEmpty() && !version.equals(wish.version())) {
      String message = "it is %s and this command is %s".formatted(version, wish.version());
      return Answer.advice("operator", message, "scripts/install-cli.sh <folder>");
    }
    return Answer.fine("operator", "ready in namespace " + namespace);
  }

  /** Who renewed the Lease of the election a moment ago. */
  private Optional<String> holder() {
    return survey.of(Part.LEASES).stream()
        .map(lease -> lease.path("spec"))
        .filter(spec -> isAlive(spec.path("renewTime").asText()))
        .map(spec -> spec.path("holderIdentity").asText())
        .findFirst();
  }

  private boolean isAlive(String renewed) {
    return !renewed.isEmpty() && Instant.parse(renewed).plus(ALIVE).isAfter(now);
  }
}
