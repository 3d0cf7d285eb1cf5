package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forty services, half of them exposed, with names as long as they may be. */
@LocalPlane
class BoundsApiTest {
  private static final int SERVICES = 40;
  private static final int INNER_NAME = 57;
  private static final int EXPOSED_NAME = 50; // the load balancer's annotations leave no more
  private static final int STORE_NAME = 52;
  private static final int PLATFORM_NAME = 40;
  private static final int MOST_STATUS_BYTES = 32 * 1024;
  private static final String TOUCHED =
      "{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}";

  @Test
  void fortyServicesWithTheLongestNamesBecomeReadyAndRest(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    Quiet quiet = new Quiet(audit, new Controllers(admin, own.name()));
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest platform = PlatformUnderTest.create(admin, own.name(), platform());
      platform.awaitPhase(Phase.Ready);
      assertThat(statusBytes(platform)).isLessThan(MOST_STATUS_BYTES);
      long settled = quiet.await();
      Map<String, String> before = platform.versions();
      assertThat(before.keySet().stream().filter(n -> n.startsWith("Deployment/")))
          .hasSize(SERVICES);
      double passes = operator.passes();

      platform.patch(TOUCHED);

      Await.until("another pass", () -> operator.passes() > passes, operator::log);
      quiet.await();
      assertThat(quiet.since(settled)).isEmpty();
      assertThat(platform.versions()).isEqualTo(before);
    }
  }

  private static int statusBytes(PlatformUnderTest platform) {
    String status = Json.tree(platform.resource().get().getStatus()).toString();
    return status.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String platform() {
    String database = name("db", STORE_NAME);
    String cache = name("cache", STORE_NAME);
    String services =
        IntStream.rangeClosed(1, SERVICES)
            .mapToObj(n -> service(n, n <= 3 ? database + ", " + cache : ""))
            .collect(Collectors.joining());
    return """
    apiVersion: ecommerceplatform.io/v1alpha1
    kind: ECommercePlatform
    metadata: {name: %s}
    spec:
      profile: Economy
      version: "1.0.0"
      domain: {host: shop.example.com}
      databases: [{name: %s, engine: PostgreSQL, placement: InCluster}]
      caches: [{name: %s, placement: InCluster}]
      services:
    %s\
    """
        .formatted(name("shop", PLATFORM_NAME), database, cache, services);
  }

  private static String service(int number, String uses) {
    boolean exposed = number % 2 == 0;
    return """
      - name: %s
        image: {repository: example.com/tool, tag: "1"}
        port: 8080
        scaling: {minReplicas: 1, maxReplicas: 3}
        uses: [%s]
        %s
    """
        .formatted(
            name("s%02d".formatted(number), exposed ? EXPOSED_NAME : INNER_NAME),
            uses,
            exposed ? "expose: {path: /path-%d}".formatted(number) : "");
  }

  private static String name(String start, int length) {
    return start + "-" + "x".repeat(length - start.length() - 1);
  }
}
