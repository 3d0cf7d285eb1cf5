package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.security.SmtpSpec;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the platform asks of the cluster with what the cluster offers. */
record ClusterChecks(Resolution resolution, SecretNames secrets) {

  void check(List<Store> stores) {
    stores.stream().filter(Store::inCluster).forEach(this::storageClass);
    stores.stream().filter(Store::isStrimzi).forEach(this::strimzi);
    if (resolution.spec().images() != null && resolution.spec().images().pullSecret() != null) {
      secret(
          "spec.images.pullSecret",
          resolution.spec().images().pullSecret(),
          SecretNames.REGISTRY_KEY);
    }
    if (resolution.spec().email() != null && resolution.spec().email().smtp() != null) {
      SmtpSpec smtp = resolution.spec().email().smtp();
      if (smtp.secret() != null) {
        secret("spec.email.smtp.secret", smtp.secret(), "username");
        secret("spec.email.smtp.secret", smtp.secret(), "password");
      }
    }
  }

  private void storageClass(Store store) {
    ClusterFacts facts = resolution.facts();
    String asked = store.storageClass();
    if (asked.isEmpty() && facts.defaultStorageClass().isEmpty()) {
      missing(
          store.path(),
          "the cluster has no default StorageClass; set storageClassName, or mark one: kubectl"
              + " annotate storageclass <name> storageclass.kubernetes.io/is-default-class=true");
    } else if (!asked.isEmpty() && !facts.storageClasses().contains(asked)) {
      String path = store.path() + ".storageClassName";
      missing(path, "there is no StorageClass %s%s".formatted(asked, choice(facts)));
    }
  }

  private void strimzi(Store store) {
    List<String> absent =
        ManagedKind.STRIMZI.stream()
            .filter(kind -> !resolution.facts().serves(kind))
            .map(ManagedKind::definition)
            .toList();
    if (!absent.isEmpty()) {
      String text = "Strimzi is not installed, or too old for %s: there is no %s; type: %s";
      resolution.report(
          ConditionType.DataReady,
          Reason.DefinitionMissing,
          store.path() + ".provider",
          text.formatted(
              ManagedKind.STRIMZI.getFirst().apiVersion(),
              String.join(", ", absent),
              HelmChart.STRIMZI.install()));
    }
  }

  private static String choice(ClusterFacts facts) {
    return facts.storageClasses().isEmpty()
        ? " and no other; install a CSI driver with one"
        : "; use one of " + String.join(", ", new TreeSet<>(facts.storageClasses()));
  }

  private void missing(String path, String message) {
    resolution.report(ConditionType.DataReady, Reason.StorageClassMissing, path, message);
  }

  private void secret(String path, String name, String key) {
    Set<String> keys = resolution.facts().secretKeys().getOrDefault(name, Set.of());
    if (!keys.contains(key)) {
      secrets.missing(path, name, key);
    }
  }
}
