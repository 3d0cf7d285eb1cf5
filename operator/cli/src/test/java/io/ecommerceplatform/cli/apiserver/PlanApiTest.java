package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What plan and render say is what the API server takes, and nothing is left to do after it. */
@LocalPlane
class PlanApiTest {
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(Assessment.FIELD_MANAGER)
          .withForce(true)
          .build();

  @BeforeEach
  void definition(KubernetesClient client) {
    Shop.installDefinition(client);
  }

  @Test
  void aFileIsPlannedBeforeItIsApplied(Kubeconfig kubeconfig, TestNamespace namespace) {
    Command command =
        Command.run(kubeconfig, "plan", "-f", "../../samples/minimal.yaml", "-n", namespace.name());
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out())
        .contains("+ Deployment/order-blue\n", "+ StatefulSet/postgresql\n", "\nPlan: +")
        .doesNotContain("~ ");
  }

  @Test
  void itemsInAwsThatNobodyLookedAtAreUnknownAndHaveACost(
      Kubeconfig kubeconfig, TestNamespace namespace) {
    Command command =
        Command.run(
            kubeconfig,
            "plan",
            "-f",
            "../../samples/revcart.yaml",
            "--refresh=false",
            "-n",
            namespace.name());
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out())
        .contains("? sqs.Queue/notification  # not looked at: --refresh=false\n")
        .containsPattern("Cost: \\(nothing\\) -> \\$[0-9.]+ a month");
  }

  @Test
  void nothingIsLeftAfterWhatIsRenderedWasApplied(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command rendered =
        Command.run(kubeconfig, "render", "shop", "-o", "json", "-n", namespace.name());
    assertThat(rendered.exit()).isEqualTo(0);
    for (JsonNode manifest : Json.parse(rendered.out())) {
      GenericKubernetesResource object = Json.typed(manifest, GenericKubernetesResource.class);
      if (manifest.path("kind").asText().equals("Secret")) {
        client.resource(object).create();
      } else {
        client.resource(object).patch(APPLY, object);
      }
    }
    Command plan = Command.run(kubeconfig, "plan", "shop", "-n", namespace.name());
    assertThat(plan.out()).isEqualTo("No changes. The cluster matches the resource.\n");
    assertThat(plan.exit()).isEqualTo(0);
  }

  @Test
  void aForeignObjectIsAConflictAndNoChange(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    ObjectNode foreign =
        Json.tree(
            Json.parse(
                """
                {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "order"}}
                """));
    GenericKubernetesResource object = Json.typed(foreign, GenericKubernetesResource.class);
    client.resource(object).inNamespace(namespace.name()).create();
    Command command =
        Command.run(kubeconfig, "plan", "-f", "../../samples/minimal.yaml", "-n", namespace.name());
    assertThat(command.out())
        .contains("! ServiceAccount/order  # ServiceAccount/order exists and is not ours");
  }
}
