package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no mock has: garbage collection, field ownership, CEL, RBAC with a real token. */
@LocalPlane
class ApiServerApiTest {
  private KubernetesClient client;
  private String namespace;
  private Cluster cluster;

  @BeforeEach
  void connect(KubernetesClient client, TestNamespace namespace) {
    this.client = client;
    this.namespace = namespace.name();
    this.cluster = new Cluster(client, namespace);
  }

  @Test
  void ownedObjectsAreCollected() {
    var maps = client.configMaps().inNamespace(namespace);
    var owner = maps.resource(configMap("owner", "1")).create();
    var child = configMap("child", "1");
    child.addOwnerReference(owner);
    maps.resource(child).create();

    maps.withName("owner").delete();

    cluster.awaitGone(maps.withName("child"));
  }

  @Test
  void serverSideApplyNamesTheConflictingManager() {
    apply("one", "1");

    assertThatThrownBy(() -> apply("two", "2"))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409))
        .hasMessageContaining("conflict with \"one\"");
  }

  @Test
  void validationRulesRefuseWithTheirMessage() {
    try (var crd = WidgetCrd.installed(client)) {
      crd.create(namespace, "good", 1, 5);

      assertThatThrownBy(() -> crd.create(namespace, "bad", 9, 5))
          .hasMessageContaining("size must not exceed max");
      assertThat(crd.get(namespace, "good").getAdditionalProperties().get("status")).isNull();
    }
  }

  @Test
  void serviceAccountMayDoWhatItsRoleGrantsAndNoMore(Kubeconfig admin) {
    client
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("operator")
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .create();
    grantConfigMaps("operator");

    var kubeconfig = admin.forServiceAccount(namespace, "operator");
    try (var operator = kubeconfig.client()) {
      assertThat(operator.configMaps().inNamespace(namespace).list().getItems()).isNotEmpty();
      assertThatThrownBy(() -> operator.secrets().inNamespace(namespace).list())
          .isInstanceOfSatisfying(
              KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(403))
          .hasMessageContaining("system:serviceaccount:" + namespace + ":operator");
    }
  }

  private void grantConfigMaps(String account) {
    client
        .resource(
            new RoleBuilder()
                .withNewMetadata()
                .withName("reader")
                .withNamespace(namespace)
                .endMetadata()
                .addNewRule()
                .withApiGroups("")
                .withResources("configmaps")
                .withVerbs("get", "list")
                .endRule()
                .build())
        .create();
    client
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName("reader")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
                .addNewSubject(null, "ServiceAccount", account, namespace)
                .build())
        .create();
    // Every namespace gets this map from the controller manager, the account has to see it.
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("kube-root-ca.crt")
        .waitUntilCondition(map -> map != null, 20, TimeUnit.SECONDS);
  }

  private ConfigMap apply(String manager, String value) {
    var context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .build();
    return client
        .configMaps()
        .inNamespace(namespace)
        .withName("applied")
        .patch(context, configMap("applied", value));
  }

  private ConfigMap configMap(String name, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .addToData("key", value)
        .build();
  }
}
