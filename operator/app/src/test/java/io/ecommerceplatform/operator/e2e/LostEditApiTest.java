package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Edits of the spec that race with the operator's own status writes: the last one always counts.
 */
@LocalPlane
class LostEditApiTest {
  private static final int EDITS = 15;

  @Test
  void theLastEditIsAppliedHoweverItRacesWithStatus(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest shop = new PlatformUnderTest(admin, own.name(), "shop");
      AtomicInteger edits = new AtomicInteger();
      try (Watch watch = shop.resource().watch(editor(shop, edits))) {
        PlatformUnderTest.create(
            admin,
            own.name(),
            PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [{name: web}], "));
        // each status write provokes an edit, which provokes the next status write
        shop.await("edited", p -> edits.get() >= EDITS);
      }
      shop.awaitPhase(Phase.Ready);
      Await.until(
          "running the last edit",
          () -> String.valueOf(EDITS).equals(running(admin, own.name())),
          () -> "running edit " + running(admin, own.name()));
    }
  }

  private static String running(KubernetesClient admin, String namespace) {
    var deployment = admin.apps().deployments().inNamespace(namespace).withName("web-blue").get();
    var env = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnvFrom();
    String config = env.getFirst().getConfigMapRef().getName();
    var data = admin.configMaps().inNamespace(namespace).withName(config).get();
    return data == null ? "" : data.getData().getOrDefault("EDIT", "");
  }

  private static Watcher<ECommercePlatform> editor(PlatformUnderTest shop, AtomicInteger edits) {
    return new Watcher<>() {
      private String seen = "";

      @Override
      public void eventReceived(Action action, ECommercePlatform now) {
        String status = String.valueOf(now.getStatus());
        if (action != Action.MODIFIED || status.equals(seen) || edits.get() >= EDITS) {
          return;
        }
        seen = status;
        int edit = edits.get() + 1;
        shop.patch(
            "{\"spec\": {\"services\": [{\"name\": \"web\", \"env\": [{\"name\": \"EDIT\","
                + " \"value\": \""
                + edit
                + "\"}]}]}}");
        // counted when it is stored: the test closes this watch after the last one
        edits.set(edit);
      }

      @Override
      public void onClose(WatcherException cause) {
        // the test ends the watch; a broken one shows as edits that never come
      }
    };
  }
}
