package io.ecommerceplatform.operator.process;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts definition, account and roles into the plane exactly as they are shipped. */
public final class OperatorInstall {
  private static final String NAMESPACE = "ecommerce-platform-system";
  private static final String ACCOUNT = "ecommerce-platform-operator";
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final List<String> FILES =
      List.of(
          "crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml",
          "deploy/kustomize/base/namespace.yaml",
          "deploy/kustomize/base/service-account.yaml",
          "deploy/kustomize/base/cluster-role.yaml",
          "deploy/kustomize/base/cluster-role-binding.yaml",
          "deploy/kustomize/base/role.yaml",
          "deploy/kustomize/base/role-binding.yaml");

  private OperatorInstall() {}

  /** Applies everything and gives the kubeconfig of the operator's own account. */
  public static Kubeconfig into(KubernetesClient admin, Kubeconfig adminConfig) throws IOException {
    for (String file : FILES) {
      try (InputStream yaml = Files.newInputStream(ROOT.resolve(file))) {
        for (HasMetadata object : admin.load(yaml).items()) {
          admin.resource(object).forceConflicts().serverSideApply();
        }
      }
    }
    admin
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("ecommerceplatforms.ecommerceplatform.io")
        .waitUntilCondition(OperatorInstall::isEstablished, 30, TimeUnit.SECONDS);
    return adminConfig.forServiceAccount(NAMESPACE, ACCOUNT);
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }
}
