package io.ecommerceplatform.cli.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A cluster that has never seen the operator; a shared plane may have, then there is no such test.
 */
@LocalPlane
class AbsentDefinitionApiTest {

  @BeforeEach
  void theClusterIsNew(KubernetesClient client) {
    assumeFalse(Shop.hasDefinition(client), "this plane has the CRD already");
  }

  @Test
  void statusSaysThatTheDefinitionIsMissing(Kubeconfig kubeconfig) {
    Command command = Command.run(kubeconfig, "status", "-n", "default");
    assertThat(command.exit()).isEqualTo(1);
    assertThat(command.err())
        .startsWith("error: the cluster at https://127.0.0.1:")
        .contains(
            "does not know ECommercePlatform: its CRD is not installed\n"
                + "try:   kubectl apply --server-side -f crds/");
  }

  @Test
  void versionSaysThatThereIsNothing(Kubeconfig kubeconfig) {
    Command command = Command.run(kubeconfig, "version");
    assertThat(command.exit()).isEqualTo(0);
    assertThat(command.out())
        .containsPattern("kubectl ecp +\\d")
        .containsPattern("CRD +not installed")
        .containsPattern("operator +no Deployment of it in the cluster");
  }
}
