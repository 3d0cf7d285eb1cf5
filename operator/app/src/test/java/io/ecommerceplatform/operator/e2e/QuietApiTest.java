package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass that finds nothing to do sends nothing, for every sample. */
@LocalPlane
class QuietApiTest {
  private static final Path SAMPLES = Path.of(System.getProperty("repository.root"), "samples");

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSecondPassSendsNothing(
      Path sample, KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    pool(admin);
    Quiet quiet = new Quiet(audit, new Controllers(admin, own.name()));
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest platform =
          PlatformUnderTest.create(admin, own.name(), Files.readString(sample));
      platform.await("observed", p -> p.getStatus().observedGeneration() != null);
      long settled = quiet.await();
      Map<String, String> before = platform.versions();
      assertThat(before).isNotEmpty();
      double passes = operator.passes();

      platform.patch("{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}");

      Await.until("another pass", () -> operator.passes() > passes, operator::log);
      quiet.await();
      assertThat(quiet.since(settled)).isEmpty();
      assertThat(platform.versions()).isEqualTo(before);
    }
  }

  /** A sample keeps what watches on nodes of a pool of their own. */
  private static void pool(KubernetesClient admin) {
    admin
        .nodes()
        .withName("node-0")
        .edit(
            node ->
                new NodeBuilder(node)
                    .editMetadata()
                    .addToLabels("workload", "system")
                    .endMetadata()
                    .build());
  }
}
