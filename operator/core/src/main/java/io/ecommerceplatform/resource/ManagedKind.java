package io.ecommerceplatform.resource;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind whose objects the operator creates, changes and prunes.
 *
 * @param apiVersion group and version as in a manifest
 * @param kind the kind
 * @param plural its name in request paths
 */
public record ManagedKind(String apiVersion, String kind, String plural) {
  private static final String STRIMZI_API = "kafka.strimzi.io/v1";
  private static final String KEDA_API = "keda.sh/v1alpha1";
  private static final String PROMETHEUS_API = "monitoring.coreos.com/v1";

  /** What every cluster serves. */
  public static final List<ManagedKind> BUILT_IN =
      List.of(
          new ManagedKind("v1", "ServiceAccount", "serviceaccounts"),
          new ManagedKind("v1", "ConfigMap", "configmaps"),
          new ManagedKind("v1", "Secret", "secrets"),
          new ManagedKind("v1", "Service", "services"),
          // made by StatefulSets; we grow them, and a plan shows what is kept
          new ManagedKind("v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
          new ManagedKind("apps/v1", "Deployment", "deployments"),
          new ManagedKind("apps/v1", "StatefulSet", "statefulsets"),
          new ManagedKind("batch/v1", "Job", "jobs"),
          new ManagedKind("batch/v1", "CronJob", "cronjobs"),
          new ManagedKind("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
          new ManagedKind("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"),
          new ManagedKind("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
          new ManagedKind("networking.k8s.io/v1", "Ingress", "ingresses"));

  /** What the Strimzi operator turns into Kafka. */
  public static final List<ManagedKind> STRIMZI =
      List.of(
          new ManagedKind(STRIMZI_API, "Kafka", "kafkas"),
          new ManagedKind(STRIMZI_API, "KafkaNodePool", "kafkanodepools"),
          new ManagedKind(STRIMZI_API, "KafkaTopic", "kafkatopics"),
          new ManagedKind(STRIMZI_API, "KafkaUser", "kafkausers"));

  /** Which endpoints the Prometheus operator reads. */
  public static final ManagedKind SERVICE_MONITOR =
      new ManagedKind(PROMETHEUS_API, "ServiceMonitor", "servicemonitors");

  /** The same for pods that no Service stands before. */
  public static final ManagedKind POD_MONITOR =
      new ManagedKind(PROMETHEUS_API, "PodMonitor", "podmonitors");

  /** What it computes from them, and when it raises an alarm. */
  public static final ManagedKind PROMETHEUS_RULE =
      new ManagedKind(PROMETHEUS_API, "PrometheusRule", "prometheusrules");

  /** Whom it tells. */
  public static final ManagedKind ALERTMANAGER_CONFIG =
      new ManagedKind(
          "monitoring.coreos.com/v1alpha1", "AlertmanagerConfig", "alertmanagerconfigs");

  /** What the Prometheus operator turns into monitoring. */
  public static final List<ManagedKind> PROMETHEUS =
      List.of(SERVICE_MONITOR, POD_MONITOR, PROMETHEUS_RULE, ALERTMANAGER_CONFIG);

  /** What cert-manager turns into a Secret with a certificate. */
  public static final ManagedKind CERTIFICATE =
      new ManagedKind("cert-manager.io/v1", "Certificate", "certificates");

  /** What KEDA turns into an autoscaler. */
  public static final ManagedKind SCALED_OBJECT =
      new ManagedKind(KEDA_API, "ScaledObject", "scaledobjects");

  /** How it logs in where a queue asks for that. */
  public static final ManagedKind TRIGGER_AUTHENTICATION =
      new ManagedKind(KEDA_API, "TriggerAuthentication", "triggerauthentications");

  /** What KEDA scales with. */
  public static final List<ManagedKind> KEDA = List.of(SCALED_OBJECT, TRIGGER_AUTHENTICATION);

  /** When Velero backs a namespace up; Velero reads it in its own namespace only. */
  public static final ManagedKind VELERO = new ManagedKind("velero.io/v1", "Schedule", "schedules");

  /** What is served only where somebody installed its definition. */
  public static final List<ManagedKind> OPTIONAL =
      Stream.of(STRIMZI, PROMETHEUS, List.of(CERTIFICATE, VELERO), KEDA)
          .flatMap(List::stream)
          .toList();

  /** The prune list: what is not in here is never watched, applied or deleted. */
  public static final List<ManagedKind> ALL =
      Stream.of(BUILT_IN, OPTIONAL).flatMap(List::stream).toList();

  /** The kind of an object; an object of another kind is a defect of a compiler. */
  public static ManagedKind of(ObjectRef ref) {
    return ALL.stream()
        .filter(k -> k.kind.equals(ref.kind()) && k.apiVersion.equals(ref.apiVersion()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s %s is not in ManagedKind.ALL".formatted(ref.apiVersion(), ref.kind())));
  }

  /** True for a kind whose objects are not in the namespace of their platform. */
  public boolean isElsewhere() {
    return equals(VELERO);
  }

  /** True for a kind that a cluster may lack. */
  public boolean isOptional() {
    return OPTIONAL.contains(this);
  }

  /** How {@link ClusterFacts} names it: {@code group/version/Kind}. */
  public String id() {
    return apiVersion + "/" + kind;
  }

  /** Name of the definition of an optional kind, as {@code kubectl get crd} prints it. */
  public String definition() {
    return plural + "." + apiVersion.split("/")[0];
  }

  /** Request path of one object. */
  public String path(String namespace, String name) {
    String root = apiVersion.contains("/") ? "/apis/" : "/api/";
    return "%s%s/namespaces/%s/%s/%s".formatted(root, apiVersion, namespace, plural, name);
  }
}
