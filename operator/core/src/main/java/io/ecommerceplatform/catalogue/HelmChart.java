package io.ecommerceplatform.catalogue;

/**
 * What installs a part of a cluster that only some platforms ask for; told in one way everywhere.
 */
public enum HelmChart {
  /** It watches every namespace, so that one of it serves all platforms. */
  STRIMZI(
      "strimzi oci://quay.io/strimzi-helm/strimzi-kafka-operator -n strimzi --create-namespace"
          + " --set watchAnyNamespace=true"),
  KEDA("keda keda --repo https://kedacore.github.io/charts -n keda --create-namespace"),
  VELERO(
      "velero velero --repo https://vmware-tanzu.github.io/helm-charts -n velero"
          + " --create-namespace"),
  /** It reads monitors and rules of every namespace, whatever their labels are. */
  PROMETHEUS(
      "monitoring kube-prometheus-stack"
          + " --repo https://prometheus-community.github.io/helm-charts -n monitoring"
          + " --create-namespace"
          + " --set prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues=false"
          + " --set prometheus.prometheusSpec.ruleSelectorNilUsesHelmValues=false"),
  /** What the EKS add-on of this name installs too. */
  CLOUDWATCH(
      "amazon-cloudwatch amazon-cloudwatch-observability"
          + " --repo https://aws-observability.github.io/helm-charts -n amazon-cloudwatch"
          + " --create-namespace --set clusterName=<cluster> --set region=<region>"),
  CERT_MANAGER(
      "cert-manager cert-manager --repo https://charts.jetstack.io -n cert-manager"
          + " --create-namespace --set crds.enabled=true");

  private final String arguments;

  HelmChart(String arguments) {
    this.arguments = arguments;
  }

  /** The command for a person. */
  public String install() {
    return "helm install " + arguments;
  }

  /** The command for a cluster that keeps it in another namespace than most. */
  public String installInto(String namespace) {
    return install().replaceFirst(" -n \\S+", " -n " + namespace);
  }
}
