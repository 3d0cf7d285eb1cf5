package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs at times, by the real controllers of CronJobs and Jobs, in a restricted namespace. */
@WithOperator
class JobsApiTest {
  private static final String JOB =
      "{\"name\": \"report\", \"image\": {\"repository\": \"example.com/report\", \"tag\": \"%s\"},"
          + " \"schedule\": \"0 1 * * *\", \"timeZone\": \"Asia/Singapore\","
          + " \"uses\": [\"redis\"], \"env\": [{\"name\": \"LEVEL\", \"value\": \"%s\"}]}";

  private KubernetesClient admin;
  private String namespace;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess running) {
    admin = client;
    namespace = own.name();
    admin
        .namespaces()
        .withName(namespace)
        .edit(
            n -> {
              n.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "restricted");
              return n;
            });
    operator = running;
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {",
                "spec: {services: [{name: web, expose: {path: /}}],"
                    + " caches: [{name: redis, placement: InCluster}], jobs: ["
                    + JOB.formatted("1", "info")
                    + "], "));
  }

  @Test
  void isMadeChangedAloneKeptAndPruned(AuditLog audit) {
    shop.awaitPhase(Phase.Ready);
    assertThat(cronJob().get().getSpec().getTimeZone()).isEqualTo("Asia/Singapore");
    assertThat(shop.condition("WorkloadsReady").getMessage()).contains("1 of 1 jobs ready");
    Quiet quiet = new Quiet(audit, new Controllers(admin, namespace));
    long settled = quiet.await();
    double passes = operator.passes();
    shop.patch("{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}");
    Await.until("another pass", () -> operator.passes() > passes, operator::log);
    quiet.await();
    assertThat(quiet.since(settled)).as("second pass").isEmpty();

    Map<String, String> before = shop.versions();
    shop.patch("{\"spec\": {\"jobs\": [" + JOB.formatted("2", "debug") + "]}}");
    Await.until("changed", () -> image().endsWith(":2"), operator::log);
    shop.awaitPhase(Phase.Ready);
    Map<String, String> after = shop.versions();
    assertThat(after.entrySet())
        .filteredOn(e -> !e.getValue().equals(before.get(e.getKey())))
        .extracting(Map.Entry::getKey)
        .allMatch(id -> id.matches("CronJob/report|ConfigMap/report-config-.*"))
        .hasSize(2);

    edit("{\"spec\": {\"suspend\": true, \"schedule\": \"0 2 * * *\"}}");
    Await.until("drift corrected", () -> schedule().equals("0 1 * * *"), operator::log);

    shop.patch("{\"spec\": {\"jobs\": null}}");
    shop.awaitPhase(Phase.Ready);
    Await.until(
        "pruned",
        () -> shop.objectNames().stream().noneMatch(id -> id.contains("/report")),
        () -> shop.objectNames().toString());
  }

  @Test
  void aFailedRunIsTold() {
    shop.awaitPhase(Phase.Ready);
    runNow();
    Await.until(
        "run", () -> cronJob().get().getStatus().getLastSuccessfulTime() != null, this::told);
    assertThat(admin.v1().events().inNamespace(namespace).list().getItems())
        .filteredOn(e -> e.getReason().startsWith("FailedCreate"))
        .extracting(e -> e.getMessage())
        .as("refused by PodSecurity restricted")
        .isEmpty();
    shop.awaitPhase(Phase.Ready);

    shop.patch("{\"spec\": {\"jobs\": [" + JOB.formatted("2-crashloop", "info") + "]}}");
    Await.until("changed", () -> image().endsWith("-crashloop"), operator::log);
    runByHand("report-again");
    shop.await(
        "failure told", p -> shop.condition("WorkloadsReady").getReason().equals("JobFailed"));
    // the Job fails before the operator has seen why its pod did
    shop.await(
        "cause told", p -> shop.condition("WorkloadsReady").getMessage().contains("exit code 1"));
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("spec.jobs[report]: the last run, Job/report-again, has failed")
        .contains("create job report-again --from=cronjob/report");

    shop.patch("{\"spec\": {\"jobs\": [" + JOB.formatted("3", "info") + "]}}");
    Await.until("changed", () -> image().endsWith(":3"), operator::log);
    runByHand("report-once-more");
    shop.awaitPhase(Phase.Ready);
  }

  /** What kubectl create job --from does, with a single try. */
  private void runByHand(String name) {
    CronJob cronJob = cronJob().get();
    admin
        .resource(
            new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(cronJob.getSpec().getJobTemplate().getMetadata().getLabels())
                .addNewOwnerReference()
                .withApiVersion("batch/v1")
                .withKind("CronJob")
                .withName(cronJob.getMetadata().getName())
                .withUid(cronJob.getMetadata().getUid())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withSpec(cronJob.getSpec().getJobTemplate().getSpec())
                .editSpec()
                .withBackoffLimit(0)
                .endSpec()
                .build())
        .create();
  }

  /** The controller makes up for a time that it missed. */
  private void runNow() {
    Instant before = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    admin
        .batch()
        .v1()
        .cronjobs()
        .inNamespace(namespace)
        .withName("report")
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"status\": {\"lastScheduleTime\": \"%s\"}}".formatted(before));
  }

  private void edit(String patch) {
    cronJob().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private Resource<CronJob> cronJob() {
    return admin.batch().v1().cronjobs().inNamespace(namespace).withName("report");
  }

  private String schedule() {
    return cronJob().get().getSpec().getSchedule();
  }

  private String image() {
    return cronJob()
        .get()
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private String told() {
    return cronJob().get().getStatus() + "\n" + operator.log();
  }
}
