package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass that finds nothing to do sends nothing, for every sample. */
@LocalPlane
class QuietApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Path SAMPLES = Path.of(System.getProperty("repository.root"), "samples");
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern PASSES =
      Pattern.compile("^ecp_pass_seconds_count\\S* ([0-9.]+)", Pattern.MULTILINE);

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
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest platform =
          PlatformUnderTest.create(admin, own.name(), Files.readString(sample));
      platform.await("observed", p -> p.getStatus().observedGeneration() != null);
      long settled = awaitQuiet(audit, own.name());
      Map<String, String> before = platform.objects(o -> o.getMetadata().getResourceVersion());
      assertThat(before).isNotEmpty();
      double passes = passes(operator);

      platform.patch("{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/retry\": \"1\"}}}");

      Await.until("another pass", () -> passes(operator) > passes, operator::log);
      long end = awaitQuiet(audit, own.name());
      assertThat(audit.since(settled, ACCOUNT, own.name())).isEmpty();
      assertThat(end).isGreaterThanOrEqualTo(settled);
      assertThat(platform.objects(o -> o.getMetadata().getResourceVersion())).isEqualTo(before);
    }
  }

  /** Waits until the operator has sent nothing for a while, and gives the mark of that moment. */
  private static long awaitQuiet(AuditLog audit, String namespace) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      long mark = audit.mark();
      Await.pause(QUIET);
      List<AuditLog.Request> sent = audit.since(mark, ACCOUNT, namespace);
      if (sent.isEmpty()) {
        return mark;
      }
    }
    throw new AssertionError("the operator never comes to rest");
  }

  private static double passes(OperatorProcess operator) {
    Matcher count = PASSES.matcher(operator.get("/metrics"));
    return count.find() ? Double.parseDouble(count.group(1)) : 0;
  }
}
