package io.ecommerceplatform.cli.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The namespace and the labels on it that others read; the operator has no right to set them. */
record NamespaceChecks(Survey survey, Wish wish) {
  private static final String SECURITY = "pod-security.kubernetes.io/enforce";
  private static final String GATE = "elbv2.k8s.aws/pod-readiness-gate-inject";

  List<Answer> answers() {
    String name = wish.namespace();
    Answer there = survey.decide(Part.NAMESPACE, "namespace", s -> there(s, name));
    List<Answer> answers = new ArrayList<>(List.of(there));
    survey
        .named(Part.NAMESPACE, name)
        .map(Survey::labels)
        .ifPresent(
            labels -> {
              answers.add(security(labels));
              gate(labels).ifPresent(answers::add);
            });
    return answers;
  }

  private static Answer there(Survey survey, String name) {
    return survey.named(Part.NAMESPACE, name).isPresent()
        ? Answer.fine("namespace", name)
        : Answer.lacking("namespace", "there is none " + name, "kubectl create namespace " + name);
  }

  private Answer security(Map<String, String> labels) {
    if ("restricted".equals(labels.get(SECURITY))) {
      return Answer.fine("pod security", "restricted");
    }
    return Answer.advice(
        "pod security",
        "the namespace does not enforce the restricted standard, which every pod here keeps",
        label(SECURITY + "=restricted"));
  }

  private Optional<Answer> gate(Map<String, String> labels) {
    if (!wish.has("Ingress") || !wish.ingressClass().equals("alb")) {
      return Optional.empty();
    }
    if ("enabled".equals(labels.get(GATE))) {
      return Optional.of(Answer.fine("readiness gate", "enabled"));
    }
    return Optional.of(
        Answer.lacking(
            "readiness gate",
            "without it a rolling update stops old pods before the load balancer knows the new ones",
            label(GATE + "=enabled")));
  }

  private String label(String label) {
    return "kubectl label namespace %s --overwrite %s".formatted(wish.namespace(), label);
  }
}
