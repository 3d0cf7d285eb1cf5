package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A part of a cluster that only some platforms ask for.
 *
 * @param name what people call it
 * @param field the field that asks for it
 * @param kinds its kinds as {@code group/Kind}
 * @param asked whether a spec asks for it
 * @param chart what installs it
 */
record OptionalParts(
    String name, String field, List<String> kinds, Predicate<JsonNode> asked, HelmChart chart) {
  private static final List<OptionalParts> ALL =
      List.of(
          new OptionalParts(
              "Strimzi",
              "kafka.provider",
              ManagedKind.STRIMZI.stream().map(OptionalParts::id).toList(),
              OptionalParts::asksStrimzi,
              HelmChart.STRIMZI),
          new OptionalParts(
              "KEDA",
              "services[].scaling.queueDepth",
              List.of("keda.sh/ScaledObject"),
              spec -> any(spec.path("services"), s -> s.at("/scaling/queueDepth").isObject()),
              HelmChart.KEDA),
          new OptionalParts(
              "Velero",
              "backup.velero",
              List.of("velero.io/Schedule"),
              spec -> spec.at("/backup/velero").asBoolean(),
              HelmChart.VELERO),
          new OptionalParts(
              "Prometheus operator",
              "observability.alerts",
              List.of(
                  "monitoring.coreos.com/ServiceMonitor",
                  "monitoring.coreos.com/PrometheusRule",
                  "monitoring.coreos.com/AlertmanagerConfig"),
              spec ->
                  spec.at("/observability/alerts").isObject()
                      || spec.at("/observability/objectives").isObject(),
              HelmChart.PROMETHEUS),
          new OptionalParts(
              "CloudWatch agent",
              "observability.containerInsights",
              List.of("cloudwatch.aws.amazon.com/AmazonCloudWatchAgent"),
              spec -> spec.at("/observability/containerInsights").asBoolean(),
              HelmChart.CLOUDWATCH),
          new OptionalParts(
              "cert-manager",
              "domain.certificate.source",
              List.of("cert-manager.io/Certificate"),
              spec -> spec.at("/domain/certificate/source").asText().equals("CertManager"),
              HelmChart.CERT_MANAGER));

  static List<Answer> check(Survey survey, Wish wish) {
    return ALL.stream()
        .filter(part -> part.asked.test(wish.spec()))
        .map(part -> survey.decide(Part.DEFINITIONS, part.name, part::answer))
        .toList();
  }

  private Answer answer(Survey survey) {
    Set<String> there =
        survey.of(Part.DEFINITIONS).stream()
            .map(d -> d.at("/spec/group").asText() + "/" + d.at("/spec/names/kind").asText())
            .collect(Collectors.toSet());
    List<String> missing = kinds.stream().filter(k -> !there.contains(k)).toList();
    return missing.isEmpty()
        ? Answer.fine(name, "installed; spec." + field + " asks for it")
        : Answer.lacking(
            name,
            "spec.%s asks for it, and there is no CRD of %s"
                .formatted(field, String.join(", ", missing)),
            chart.install());
  }

  /** Whatever the version, as a definition may serve several. */
  private static String id(ManagedKind kind) {
    return kind.apiVersion().split("/")[0] + "/" + kind.kind();
  }

  /** Production runs Kafka by Strimzi unless it says otherwise. */
  private static boolean asksStrimzi(JsonNode spec) {
    String provider = spec.at("/kafka/provider").asText();
    boolean implied =
        spec.path("profile").asText().equals("Production")
            && spec.at("/messaging/transport").asText().equals("Kafka");
    return provider.isEmpty() ? implied : provider.equals("Strimzi");
  }

  private static boolean any(JsonNode list, Predicate<JsonNode> test) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(test);
  }
}
