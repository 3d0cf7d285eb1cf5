package io.ecommerceplatform.operator.e2e;

import static io.ecommerceplatform.pass.Assessment.FIELD_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The autoscaler moves the replicas, and the operator never moves them back. */
@LocalPlane
class AutoscalingApiTest {
  private static final String WEB =
      "{\"name\": \"web\", \"scaling\": {\"minReplicas\": 2, \"maxReplicas\": 6,"
          + " \"cpuPercent\": 70}%s}";
  private static final String EDIT = ", \"env\": [{\"name\": \"EDIT\", \"value\": \"%d\"}]";
  private static final String BUSY = "5";
  private static final String IDLE = "1m";

  private final List<Integer> replicas = new CopyOnWriteArrayList<>();
  private KubernetesClient admin;
  private String namespace;
  private PlatformUnderTest shop;

  @Test
  void replicasFollowTheLoadThroughEditsOfTheSpec(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, @TempDir Path folder)
      throws IOException, InterruptedException {
    admin = client;
    namespace = own.name();
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    try (MetricsStub metrics = MetricsStub.start(client, namespace, folder);
        OperatorProcess operator =
            OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
        Watch watch = admin.apps().deployments().inNamespace(namespace).watch(recorder())) {
      metrics.uses(BUSY);
      shop =
          PlatformUnderTest.create(
              admin,
              namespace,
              PlatformUnderTest.MINIMAL.replace(
                  "spec: {", "spec: {services: [" + WEB.formatted("") + "], "));
      scaled(6, operator);
      edit(1);
      assertThat(deployment().getSpec().getReplicas()).isEqualTo(6);

      metrics.uses(IDLE);
      scaled(2, operator);
      edit(2);

      assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
      Await.until("watched to the end", () -> replicas.getLast() == 2, replicas::toString);
      assertThat(directions()).as("replicas went through %s", replicas).isEqualTo(2);
      assertThat(owners()).as("who could take the field back").doesNotContain(FIELD_MANAGER);
      assertThat(watch).isNotNull();
    }
  }

  private void edit(int number) {
    String services = "{\"spec\": {\"services\": [%s]}}";
    shop.patch(services.formatted(WEB.formatted(EDIT.formatted(number))));
    shop.awaitPhase(Phase.Ready);
  }

  private void scaled(int wanted, OperatorProcess operator) {
    Await.until(
        "scaled to " + wanted,
        () -> Optional.ofNullable(deployment()).filter(d -> wanted == ready(d)).isPresent(),
        () -> replicas + "\n" + operator.log());
  }

  private static int ready(Deployment deployment) {
    Integer ready =
        deployment.getStatus() == null ? null : deployment.getStatus().getReadyReplicas();
    boolean all = deployment.getSpec().getReplicas().equals(ready);
    return all ? ready : -1;
  }

  private Deployment deployment() {
    return admin.apps().deployments().inNamespace(namespace).withName("web-blue").get();
  }

  /** How often the number turned: up once and down once is two. */
  private long directions() {
    long turns = 0;
    int last = 0;
    for (int i = 1; i < replicas.size(); i++) {
      int direction = Integer.signum(replicas.get(i) - replicas.get(i - 1));
      if (direction != 0 && direction != last) {
        turns++;
        last = direction;
      }
    }
    return turns;
  }

  /** Who owns the number of replicas, by the API server's own account. */
  private List<String> owners() {
    return Json.tree(deployment())
        .at("/metadata/managedFields")
        .valueStream()
        .filter(entry -> entry.path("fieldsV1").path("f:spec").has("f:replicas"))
        .map(entry -> entry.path("manager").asText())
        .toList();
  }

  private Watcher<Deployment> recorder() {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, Deployment now) {
        if (now.getMetadata().getName().equals("web-blue")) {
          replicas.add(now.getSpec().getReplicas());
        }
      }

      @Override
      public void onClose(WatcherException cause) {
        // numbers that are missing because of it can only hide a turn that others would show
      }
    };
  }
}
