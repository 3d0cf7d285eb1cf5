package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How refresh asks, waits and tells; the operator's own part has a test beside the operator. */
@LocalPlane
class RefreshApiTest {

  @BeforeEach
  void definition(KubernetesClient client) {
    Shop.installDefinition(client);
  }

  @Test
  void asksAndLeavesTheSpecAlone(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command command =
        Command.run(kubeconfig, "refresh", "--wait=false", "-o", "json", "-n", namespace.name());
    assertThat(command.exit()).isZero();
    JsonNode shop = live(client, namespace);
    assertThat(shop.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(Json.parse(command.out()).path("asked").asText()).isNotEmpty().isEqualTo(word(shop));
    assertThat(shop.at("/metadata/managedFields"))
        .anyMatch(entry -> entry.path("manager").asText().equals("kubectl-ecp"));
  }

  @Test
  void waitsForTheAnswerAndTellsIt(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) throws Exception {
    Shop.create(client, namespace.name(), "shop");
    try (ExecutorService typist = Executors.newSingleThreadExecutor()) {
      Future<Command> typed =
          typist.submit(() -> Command.run(kubeconfig, "refresh", "shop", "-n", namespace.name()));
      answer(client, namespace);
      Command command = typed.get(30, TimeUnit.SECONDS);
      assertThat(command.err()).isEmpty();
      assertThat(command.exit()).isZero();
      assertThat(command.out()).isEqualTo("shop: brought in line sqs.Queue/ordered (policy)\n");
    }
  }

  @Test
  void saysWhatToLookAtWhenNobodyAnswers(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command command = Command.run(kubeconfig, "refresh", "--timeout=1s", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out()).isEmpty();
    assertThat(command.err())
        .contains("shop was not read anew within ", "kubectl ecp preflight -n " + namespace);
  }

  @Test
  void aTimeThatIsNoneIsTold(Kubeconfig kubeconfig, TestNamespace namespace) {
    Command command = Command.run(kubeconfig, "refresh", "--timeout=soon", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(1);
    assertThat(command.err())
        .startsWith("error: --timeout: soon is no time such as 90s, 5m or 1h30m")
        .contains("try:   kubectl ecp refresh --timeout 5m");
  }

  /** The operator's hand. */
  private static void answer(KubernetesClient client, TestNamespace namespace) {
    GenericKubernetesResource shop =
        resource(client, namespace)
            .waitUntilCondition(r -> !word(Json.tree(r)).isEmpty(), 30, TimeUnit.SECONDS);
    String word = word(Json.tree(shop));
    String status =
        """
        {"commands": [{"command": "promote", "value": "%s", "result": "no"},
                      {"command": "refresh", "value": "%s",
                       "result": "brought in line sqs.Queue/ordered (policy)"}]}
        """
            .formatted(word, word);
    shop.setAdditionalProperty("status", Json.typed(Json.parse(status), Map.class));
    client.resource(shop).updateStatus();
  }

  private static String word(JsonNode shop) {
    return shop.path("metadata").path("annotations").path("ecommerceplatform.io/refresh").asText();
  }

  private static JsonNode live(KubernetesClient client, TestNamespace namespace) {
    return Json.tree(resource(client, namespace).get());
  }

  private static Resource<GenericKubernetesResource> resource(
      KubernetesClient client, TestNamespace namespace) {
    return client
        .genericKubernetesResources("ecommerceplatform.io/v1alpha1", "ECommercePlatform")
        .inNamespace(namespace.name())
        .withName("shop");
  }
}
