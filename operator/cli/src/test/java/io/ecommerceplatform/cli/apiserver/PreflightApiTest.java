package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real API server shows of itself, and who may see it. */
@LocalPlane
class PreflightApiTest {
  private static final String SAMPLE = "../../samples/minimal.yaml";

  @BeforeEach
  void definition(KubernetesClient client) {
    Shop.installDefinition(client);
  }

  @Test
  void saysWhatLacksAndHowToRepairIt(
      Kubeconfig kubeconfig, KubernetesClient client, TestNamespace namespace) {
    client
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("small")
                .withNamespace(namespace.name())
                .endMetadata()
                .withNewSpec()
                .addToHard("requests.memory", new Quantity("100Mi"))
                .endSpec()
                .build())
        .create();
    Command command = Command.run(kubeconfig, "preflight", "-f", SAMPLE, "-n", namespace.name());
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out())
        .contains("+ CRD ")
        .contains("x metrics-server")
        .contains("-> kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/")
        .contains("elbv2.k8s.aws/pod-readiness-gate-inject=enabled")
        .contains("small is too small: requests.memory: ")
        .contains(" lack.");
  }

  @Test
  void needsNoResource(Kubeconfig kubeconfig, TestNamespace namespace) {
    Command command = Command.run(kubeconfig, "preflight", "-o", "json", "-n", namespace.name());
    assertThat(command.err()).isEmpty();
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.out()).contains("\"verdict\" : \"LACKING\"", "\"what\" : \"zones\"");
  }

  @Test
  void aNamespaceThatIsNotThereLacks(Kubeconfig kubeconfig) {
    Command command = Command.run(kubeconfig, "preflight", "-f", SAMPLE, "-n", "not-there");
    assertThat(command.out()).contains("-> kubectl create namespace not-there");
    assertThat(command.exit()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotThereIsAnError(Kubeconfig kubeconfig) {
    assertThat(Command.run(kubeconfig, "preflight", "-f", "absent.yaml").exit()).isEqualTo(1);
  }
}
