package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.StringWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What status says against a real API server. */
@LocalPlane
class StatusApiTest {

  @BeforeEach
  void definition(KubernetesClient client) {
    Shop.installDefinition(client);
  }

  @Test
  void anEmptyNamespaceGetsAProposal(Kubeconfig kubeconfig, TestNamespace namespace) {
    Command command = Command.run(kubeconfig, "status", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(1);
    assertThat(command.err())
        .startsWith("error: namespace " + namespace + " has no platform")
        .contains("\ntry:   kubectl ");
  }

  @Test
  void aMistypedNameGetsTheRightOne(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command command = Command.run(kubeconfig, "status", "shpo", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(1);
    assertThat(command.err())
        .isEqualTo(
            "error: namespace %s has no platform shpo; it has shop\ntry:   kubectl ecp status shop -n %s\n"
                .formatted(namespace, namespace));
  }

  @Test
  void whoMayNotReadLearnsWhichRightIsMissing(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    client
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("guest")
                .withNamespace(namespace.name())
                .endMetadata()
                .build())
        .create();
    Kubeconfig guest = kubeconfig.forServiceAccount(namespace.name(), "guest");
    Command command = Command.run(guest, "status", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(1);
    assertThat(command.err())
        .startsWith(
            "error: forbidden: you may not list ecommerceplatforms.ecommerceplatform.io in ")
        .contains("try:   kubectl auth can-i list ecommerceplatforms.ecommerceplatform.io -n ");
  }

  @Test
  void aPlatformWithoutStatusIsPending(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command command = Command.run(kubeconfig, "status", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out())
        .startsWith("~ shop  Pending  version 1.0.0, Economy, namespace " + namespace)
        .contains("The operator has not written a status yet.");
  }

  @Test
  void theExitCodeIsTheReadiness(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop shop = Shop.create(client, namespace.name(), "shop");
    shop.report("Progressing", "False", "0/1");
    assertThat(Command.run(kubeconfig, "status", "shop", "-n", namespace.name()).exit())
        .isEqualTo(2);
    shop.report("Ready", "True", "1/1");
    Command command = Command.run(kubeconfig, "status", "shop", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(0);
    assertThat(command.out()).startsWith("+ shop  Ready").contains("Services  1/1");
    assertThat(
            Command.run(kubeconfig, "status", "shop", "-o", "yaml", "-n", namespace.name()).out())
        .contains("kind: ECommercePlatform", "phase: Ready")
        .doesNotContain("managedFields");
  }

  @Test
  void watchingEndsWithReadiness(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) throws Exception {
    Shop shop = Shop.create(client, namespace.name(), "shop");
    StringWriter out = new StringWriter();
    try (ExecutorService watcher = Executors.newSingleThreadExecutor()) {
      Future<Integer> exit =
          watcher.submit(
              () ->
                  Command.run(
                      kubeconfig,
                      out,
                      new StringWriter(),
                      "status",
                      "shop",
                      "--watch",
                      "--until-ready",
                      "--timeout=1m",
                      "-n",
                      namespace.name()));
      shop.report("Progressing", "False", "0/1");
      shop.report("Ready", "True", "1/1");
      assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(0);
    }
    assertThat(out.toString())
        .contains("service order: 1/1", "platform shop: Ready (1/1 services ready)");
  }

  @Test
  void watchingEndsWithTheTimeout(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    Shop.create(client, namespace.name(), "shop");
    Command command =
        Command.run(kubeconfig, "status", "--until-ready", "--timeout=1s", "-n", namespace.name());
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.err()).contains("shop is not Ready after ").contains("it is Pending.");
  }
}
