package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What every cluster for platforms has: volumes, an entrance, metrics, zones. */
record ClusterChecks(Survey survey, Wish wish) {
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String METRICS = "metrics.k8s.io";

  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (String asked : storageClasses()) {
      answers.add(survey.decide(Part.STORAGE_CLASSES, "StorageClass", s -> storageClass(s, asked)));
    }
    if (wish.has("Ingress") || wish.hasLoadBalancer()) {
      answers.add(survey.decide(Part.INGRESS_CLASSES, "IngressClass", this::ingressClass));
    }
    if (wish.has("HorizontalPodAutoscaler")) {
      answers.add(survey.decide(Part.API_GROUPS, "metrics-server", ClusterChecks::metrics));
    }
    answers.add(survey.decide(Part.NODES, "zones", this::zones));
    return answers;
  }

  /** The empty name is the default class. */
  private TreeSet<String> storageClasses() {
    TreeSet<String> asked = new TreeSet<>();
    wish.all("StatefulSet")
        .flatMap(s -> stream(s.at("/spec/volumeClaimTemplates")))
        .forEach(claim -> asked.add(claim.at("/spec/storageClassName").asText()));
    return asked;
  }

  private static Answer storageClass(Survey survey, String asked) {
    String what = "StorageClass";
    List<String> names = survey.names(Part.STORAGE_CLASSES);
    if (!asked.isEmpty()) {
      return names.contains(asked)
          ? Answer.fine(what, asked)
          : Answer.lacking(
              what, "there is none " + asked + " (storageClassName)", "kubectl get storageclass");
    }
    Optional<String> usual =
        survey.of(Part.STORAGE_CLASSES).stream()
            .filter(
                c -> "true".equals(Json.strings(c.path("metadata"), "annotations").get(DEFAULT)))
            .map(c -> c.at("/metadata/name").asText())
            .findFirst();
    if (usual.isPresent()) {
      return Answer.fine(what, usual.get() + " is the default");
    }
    return names.isEmpty()
        ? Answer.lacking(
            what,
            "there is none; on EKS the EBS driver brings it",
            "aws eks create-addon --cluster-name <cluster> --addon-name aws-ebs-csi-driver")
        : Answer.lacking(
            what,
            "none of %s is the default".formatted(String.join(", ", names)),
            "kubectl annotate storageclass %s %s=true".formatted(names.getFirst(), DEFAULT));
  }

  private Answer ingressClass(Survey there) {
    String what = "IngressClass";
    List<String> names = there.names(Part.INGRESS_CLASSES);
    if (names.contains(wish.ingressClass())) {
      return Answer.fine(what, wish.ingressClass());
    }
    String others = names.isEmpty() ? "" : "; there is " + String.join(", ", names);
    return Answer.lacking(
        what,
        "there is none %s: no load balancer controller serves it%s"
            .formatted(wish.ingressClass(), others),
        "helm install aws-load-balancer-controller aws-load-balancer-controller"
            + " --repo https://aws.github.io/eks-charts -n kube-system"
            + " --set clusterName=<cluster>");
  }

  private static Answer metrics(Survey survey) {
    boolean served =
        survey.of(Part.API_GROUPS).stream().anyMatch(g -> g.path("name").asText().equals(METRICS));
    return served
        ? Answer.fine("metrics-server", METRICS + " is served")
        : Answer.lacking(
            "metrics-server",
            METRICS + " is not served, so no service scales",
            "kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/latest/"
                + "download/components.yaml");
  }

  private Answer zones(Survey there) {
    TreeSet<String> zones = new TreeSet<>();
    List<String> without = new ArrayList<>();
    for (JsonNode node : there.of(Part.NODES)) {
      String zone = Survey.labels(node).getOrDefault(ZONE, "");
      if (zone.isEmpty()) {
        without.add(node.at("/metadata/name").asText());
      } else {
        zones.add(zone);
      }
    }
    if (zones.isEmpty() || !without.isEmpty()) {
      String message =
          without.isEmpty()
              ? "there is no node"
              : "%d nodes have no label %s".formatted(without.size(), ZONE);
      String node = without.isEmpty() ? "<node>" : without.getFirst();
      Verdict verdict = isSpreadRequired() || without.isEmpty() ? Verdict.LACKING : Verdict.ADVICE;
      return new Answer(
          verdict, "zones", message, "kubectl label node " + node + " " + ZONE + "=<zone>");
    }
    return Answer.fine("zones", String.join(", ", zones));
  }

  private boolean isSpreadRequired() {
    return Stream.concat(wish.all("Deployment"), wish.all("StatefulSet"))
        .flatMap(w -> stream(w.at("/spec/template/spec/topologySpreadConstraints")))
        .anyMatch(
            c ->
                c.path("topologyKey").asText().equals(ZONE)
                    && c.path("whenUnsatisfiable").asText().equals("DoNotSchedule"));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
