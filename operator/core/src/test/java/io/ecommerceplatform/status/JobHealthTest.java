package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.PodView;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobHealthTest {
  private static final Platform PLATFORM =
      Resolved.spec(
          """
          profile: Economy
          services: []
          jobs:
          - {name: report, image: {repository: example.com/report, tag: "1"}, schedule: "0 1 * * *"}
          """);

  private final List<LiveObject> objects = new ArrayList<>();
  private final List<PodView> pods = new ArrayList<>();
  private Desired desired = Desired.nothing();

  @Test
  void aJobThatHasNotRunYetIsFine() {
    object("CronJob", "report", Map.of(), Map.of());
    assertThat(health().isFine()).isTrue();
  }

  @Test
  void theLastRunCounts() {
    object("CronJob", "report", Map.of(), Map.of());
    run("report-1", "2026-01-01T01:00:00Z", "Failed");
    assertThat(health().reason()).isEqualTo(Reason.JobFailed);

    run("report-2", "2026-01-02T01:00:00Z", "Complete");
    assertThat(health().isFine()).isTrue();

    run("report-3", "2026-01-03T01:00:00Z", "Failed");
    pods.add(pod("report-3", "Error", "exit code 3"));
    assertThat(health().message())
        .isEqualTo(
            "the last run, Job/report-3, has failed (Error: pod report-3-x has ended (exit code"
                + " 3); read kubectl logs -n shop report-3-x); correct the cause, then wait for"
                + " the next one, or type: kubectl -n shop create job report-again"
                + " --from=cronjob/report");
  }

  @Test
  void aRunThatCannotStartIsTold() {
    object("CronJob", "report", Map.of(), Map.of());
    run("report-1", "2026-01-01T01:00:00Z", "Suspended");
    assertThat(health().isFine()).isTrue();
    pods.add(pod("report-1", "ImagePullBackOff", ""));
    assertThat(health().reason()).isEqualTo(Reason.PodsFailing);
  }

  @Test
  void whatIsHeldSaysWhatItWaitsFor() {
    ObjectRef ref = new ObjectRef("batch/v1", "CronJob", "shop", "report");
    desired =
        Desired.ofCluster(List.of(), List.of(), List.of(new Held(ref, "waits for Secret psp")));
    assertThat(health().reason()).isEqualTo(Reason.Applying);
    assertThat(health().message()).isEqualTo("waits for Secret psp");
  }

  private Health health() {
    StatusInput input =
        new StatusInput(
            PLATFORM,
            1,
            false,
            Intent.none(),
            Observed.of(objects, pods, Resolved.CLUSTER),
            desired,
            Plan.of(List.of()),
            Plan.of(List.of()),
            Outcome.nothing(),
            Plan.of(List.of()),
            List.of(),
            List.of(),
            Resolved.inputs("spec: {profile: Economy}"),
            List.of(),
            null,
            Instant.EPOCH);
    return Parts.jobs(input).get("report");
  }

  private void run(String name, String start, String condition) {
    Map<String, Object> status =
        Map.of(
            "startTime",
            start,
            "conditions",
            List.of(Map.of("type", condition, "status", "True", "message", "told")));
    object("Job", name, Map.of("ownerReferences", List.of(Map.of("uid", "u-report"))), status);
  }

  private void object(
      String kind, String name, Map<String, Object> more, Map<String, Object> status) {
    Map<String, Object> metadata = new java.util.HashMap<>(more);
    metadata.put("name", name);
    metadata.put("namespace", "shop");
    metadata.put("uid", "u-" + name);
    metadata.put("labels", PLATFORM.owner().labels());
    objects.add(
        new LiveObject(
            Json.tree(
                Map.of(
                    "apiVersion", "batch/v1",
                    "kind", kind,
                    "metadata", metadata,
                    "status", status))));
  }

  private static PodView pod(String job, String reason, String message) {
    Map<String, String> labels = Map.of("batch.kubernetes.io/job-name", job);
    return new PodView(job + "-x", labels, false, 0, reason, message, "i", Set.of());
  }
}
