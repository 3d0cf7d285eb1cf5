package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.ServiceStatus;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Another controller sets two fields of ours twenty times a second: the operator puts them back
 * seldom, says who it is, loses nothing of theirs, and keeps everything else as always.
 */
@LocalPlane
class ConflictStormApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Duration STORM =
      "long".equals(System.getProperty("chaos")) ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
  private static final int PER_SECOND = 20;
  // a busy machine makes the storm longer, not weaker
  private static final int EDITS = (int) STORM.toSeconds() * PER_SECOND / 4;
  private static final String TICK = "example.com/tick";
  private static final String TOOL =
      "{\"name\": \"tool\", \"port\": 8080,"
          + " \"image\": {\"repository\": \"example.com/tool\", \"tag\": \"1\"}}";

  private LiveKinds live;
  private PlatformUnderTest shop;

  @Test
  void aForeignEditorCostsFewWritesAndHoldsNothingUp(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    live = new LiveKinds(admin, own.name());
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      shop = PlatformUnderTest.create(admin, own.name(), services("{\"name\": \"web\"}"));
      shop.awaitPhase(Phase.Ready);
      GenericKubernetesResource service = one("v1", "Service", "web");
      GenericKubernetesResource deployment = one("apps/v1", "Deployment", "web-blue");
      List.of(service, deployment).forEach(o -> live.merge(o, tick(0)));
      Object port = field(service, "/spec/ports/0/targetPort");
      long mark = audit.mark();
      Instant begin = Instant.now();

      int edits = storm(service, deployment);

      double minutes = Duration.between(begin, Instant.now()).toSeconds() / 60.0;
      List<Request> sent = audit.since(mark, ACCOUNT, own.name());
      int most = (int) (3 + Math.ceil(minutes * 2));
      assertThat(patches(sent, "services", "web")).isBetween(1L, (long) most);
      assertThat(patches(sent, "deployments", "web-blue")).isBetween(1L, (long) most);
      assertThat(statusWrites(sent)).as("status writes").isLessThanOrEqualTo(3L * most);
      assertThat(tickOf(service)).isEqualTo(String.valueOf(edits));
      assertThat(tickOf(deployment)).isEqualTo(String.valueOf(edits));
      Await.until(
          "put back", () -> port.equals(field(service, "/spec/ports/0/targetPort")), operator::log);
      shop.awaitPhase(Phase.Ready);
    }
  }

  private int storm(GenericKubernetesResource service, GenericKubernetesResource deployment) {
    Instant begin = Instant.now();
    try (Editor editor =
        Editor.at(
            PER_SECOND,
            n -> {
              live.patch(service, edit("/spec/ports/0/targetPort", n));
              live.patch(deployment, edit("/spec/progressDeadlineSeconds", n));
            })) {
      shop.await("named in Drifted", p -> isNamed());
      shop.patch("{\"spec\": {\"services\": [{\"name\": \"web\"}, %s]}}".formatted(TOOL));
      shop.await("served", p -> p.getStatus().services().stream().anyMatch(this::isToolReady));
      Await.until(
          "the end of the storm",
          STORM.plus(Duration.ofMinutes(2)),
          () ->
              Duration.between(begin, Instant.now()).compareTo(STORM) > 0 && editor.edits() > EDITS,
          () -> editor.edits() + " edits");
      assertThat(isNamed()).isTrue();
      return editor.stop();
    }
  }

  private boolean isToolReady(ServiceStatus service) {
    return service.name().equals("tool") && service.ready().equals("1/1");
  }

  private boolean isNamed() {
    Condition drifted = shop.condition("Drifted");
    return drifted.getReason().equals("DriftContested")
        && drifted.getMessage().contains("Service/web spec.ports")
        && drifted.getMessage().contains("Deployment/web-blue spec.progressDeadlineSeconds")
        && drifted.getMessage().contains("by somebody-else");
  }

  private GenericKubernetesResource one(String apiVersion, String kind, String name) {
    return live.admin()
        .genericKubernetesResources(apiVersion, kind)
        .inNamespace(live.namespace())
        .withName(name)
        .get();
  }

  private Object field(GenericKubernetesResource object, String pointer) {
    return LiveKinds.essence(live.at(object).get()).at(pointer);
  }

  private String tickOf(GenericKubernetesResource object) {
    return live.at(object).get().getMetadata().getAnnotations().get(TICK);
  }

  private static long patches(List<Request> sent, String resource, String name) {
    return sent.stream()
        .filter(r -> r.verb().equals("patch") && r.resource().equals(resource))
        .filter(r -> r.name().equals(name) && r.subresource().isEmpty())
        .count();
  }

  private static long statusWrites(List<Request> sent) {
    return sent.stream().filter(r -> r.subresource().equals("status")).count();
  }

  private static String services(String service) {
    return PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [" + service + "], ");
  }

  private static String tick(int number) {
    return "{\"metadata\": {\"annotations\": {\"%s\": \"%d\"}}}".formatted(TICK, number);
  }

  private static String edit(String path, int number) {
    return """
    [{"op": "replace", "path": "%s", "value": %d},
     {"op": "replace", "path": "/metadata/annotations/%s", "value": "%d"}]\
    """
        .formatted(path, 1_000 + number, TICK.replace("/", "~1"), number);
  }
}
