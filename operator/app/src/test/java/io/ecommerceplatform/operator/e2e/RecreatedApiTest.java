package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A platform that goes and comes back at once, as with kubectl replace --force, is not missed. */
@LocalPlane
class RecreatedApiTest {
  private static final int ROUNDS = 3;
  private static final int EDITS = 12; // more than the passes that one platform gets in a second

  @Test
  void comesBackWhileItsDeletionIsStillBeingToldAround(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      // a plan needs no finalizer, so that the object is gone with the answer to the request
      String planned = PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {mode: Plan, ");
      PlatformUnderTest shop = PlatformUnderTest.create(admin, own.name(), planned);
      for (int round = 1; round <= ROUNDS; round++) {
        shop.await("planned", p -> p.getStatus().plan() != null);
        for (int edit = 1; edit <= EDITS; edit++) {
          shop.patch("{\"metadata\": {\"annotations\": {\"edit\": \"%d\"}}}".formatted(edit));
        }
        shop.resource().delete();
        PlatformUnderTest.create(admin, own.name(), planned);
      }
      shop.await("planned again", p -> p.getStatus().plan() != null);
    }
  }
}
