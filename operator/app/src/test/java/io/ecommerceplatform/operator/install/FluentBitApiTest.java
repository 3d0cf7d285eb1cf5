package io.ecommerceplatform.operator.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The add-on of the cluster's admin is admitted as it is shipped, and runs on every node. */
@LocalPlane
class FluentBitApiTest {
  private static final String NAME = "fluent-bit";

  @Test
  void runsOnEveryNode(KubernetesClient admin) throws Exception {
    Overlay addon = Overlay.folder("addons/fluent-bit");
    try {
      addon.apply(admin);

      DaemonSet daemons =
          admin
              .apps()
              .daemonSets()
              .inNamespace(NAME)
              .withName(NAME)
              .waitUntilCondition(FluentBitApiTest::isComplete, 120, TimeUnit.SECONDS);
      assertThat(daemons.getStatus().getNumberReady()).isEqualTo(3);
      assertThat(admin.namespaces().withName(NAME).get().getMetadata().getLabels())
          .as("what the collectors of platforms let in")
          .containsEntry("logs", "enabled");
    } finally {
      addon.objects(admin).forEach(o -> admin.resource(o).delete());
    }
  }

  private static boolean isComplete(DaemonSet daemons) {
    return daemons != null
        && daemons.getStatus() != null
        && daemons.getStatus().getDesiredNumberScheduled() != null
        && daemons.getStatus().getDesiredNumberScheduled() > 0
        && daemons
            .getStatus()
            .getDesiredNumberScheduled()
            .equals(daemons.getStatus().getNumberReady());
  }
}
