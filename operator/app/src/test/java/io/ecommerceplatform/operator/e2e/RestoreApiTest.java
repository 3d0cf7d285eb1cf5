package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Kubectl;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands of the runbook, as it has them; what the Job then does is PostgresDumpIT's. */
@LocalPlane
class RestoreApiTest {
  private static final Path PAGE = Path.of("../../docs/runbooks/BackupInCluster.md");

  @Test
  void theRunbookMakesAJobThatReachesTheDatabaseAndTheDump(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig) throws Exception {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest shop =
          PlatformUnderTest.create(
              admin,
              own.name(),
              PlatformUnderTest.MINIMAL.replace(
                  "spec: {", "spec: {backup: {schedule: \"0 3 * * *\"}, "));
      shop.awaitPhase(Phase.Ready);

      restore(kubeconfig, own.name());

      CronJob backup =
          admin.batch().v1().cronjobs().inNamespace(own.name()).withName("postgresql-backup").get();
      Job job = admin.batch().v1().jobs().inNamespace(own.name()).withName("restore").get();
      PodSpec dumps = backup.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
      PodSpec restores = job.getSpec().getTemplate().getSpec();
      assertThat(restores.getContainers().getFirst().getCommand())
          .containsExactly(
              "sh", "-c", "ls /backup/*.gz | tail -n 1 | xargs gunzip -c | psql -d postgres");
      assertThat(restores.getVolumes()).isEqualTo(dumps.getVolumes());
      assertThat(restores.getContainers().getFirst().getEnv())
          .isEqualTo(dumps.getContainers().getFirst().getEnv());
      assertThat(job.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(
              backup.getSpec().getJobTemplate().getSpec().getTemplate().getMetadata().getLabels());
      assertThat(operator.isAlive()).isTrue();
    }
  }

  private static void restore(Kubeconfig admin, String namespace)
      throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("## Bring a dump back"));
    String block = section.split("```sh\n")[1].split("```")[0];
    String line = block.lines().findFirst().orElseThrow().replace("-n shop", "-n " + namespace);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-o", "pipefail", "-c", line).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", admin.path().toString());
    Path folder = Path.of(Kubectl.binary()).getParent();
    if (folder != null) {
      builder.environment().merge("PATH", folder.toString(), (path, kube) -> kube + ":" + path);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
