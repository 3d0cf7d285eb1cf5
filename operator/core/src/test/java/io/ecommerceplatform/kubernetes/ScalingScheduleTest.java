package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weekend with more replicas, in Singapore: Friday 18:00 to Monday 02:00. */
class ScalingScheduleTest {
  private static final String USER =
      "{profile: Economy, services: [{name: user, scaling: {%s schedules: [%s]}}]}";
  private static final String WEEKEND =
      "{start: '0 18 * * 5', end: '0 2 * * 1', timeZone: Asia/Singapore, minReplicas: 6%s}";

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T09:59:59Z, 2, 10, 2026-01-02T10:00:00Z",
    "2026-01-02T10:00:00Z, 6, 10, 2026-01-04T18:00:00Z",
    "2026-01-04T17:59:59Z, 6, 10, 2026-01-04T18:00:00Z",
    "2026-01-04T18:00:00Z, 2, 10, 2026-01-09T10:00:00Z"
  })
  void theBoundsMoveAtTheEdges(String now, int min, int max, String edge) {
    Platform platform = platform("minReplicas: 2, maxReplicas: 10,", WEEKEND.formatted(""));
    JsonNode autoscaler =
        Compiled.at(now, platform).object("HorizontalPodAutoscaler/user-blue").path("spec");
    assertThat(autoscaler.path("minReplicas").asInt()).isEqualTo(min);
    assertThat(autoscaler.path("maxReplicas").asInt()).isEqualTo(max);
    assertThat(platform.nextEdge(Instant.parse(now))).contains(Instant.parse(edge));
  }

  @Test
  void aFixedNumberFollowsTheSchedule() {
    String bounds = "minReplicas: 1, maxReplicas: 1,";
    Platform platform = platform(bounds, WEEKEND.formatted(", maxReplicas: 6"));
    assertThat(replicas("2026-01-02T09:59:59Z", platform)).isEqualTo(1);
    assertThat(replicas("2026-01-02T10:00:00Z", platform)).isEqualTo(6);
    assertThat(Compiled.at("2026-01-02T10:00:00Z", platform).ids())
        .doesNotContain("HorizontalPodAutoscaler/user-blue");
  }

  @Test
  void aScheduleWithRoomKeepsItsAutoscalerAllTheTime() {
    Platform platform =
        platform("minReplicas: 1, maxReplicas: 1,", WEEKEND.formatted(", maxReplicas: 9"));
    assertThat(Compiled.at("2026-01-01T00:00:00Z", platform).ids())
        .contains("HorizontalPodAutoscaler/user-blue");
  }

  @Test
  void whereSchedulesOverlapTheHighestBoundsHold() {
    String night = ", {start: '0 0 * * *', end: '0 6 * * *', minReplicas: 3, maxReplicas: 20}";
    Platform platform = platform("minReplicas: 2, maxReplicas: 10,", WEEKEND.formatted("") + night);
    JsonNode both =
        Compiled.at("2026-01-03T01:00:00Z", platform).object("HorizontalPodAutoscaler/user-blue");
    assertThat(both.at("/spec/minReplicas").asInt()).isEqualTo(6);
    assertThat(both.at("/spec/maxReplicas").asInt()).isEqualTo(20);
  }

  @Test
  void anEdgeRestartsNoPod() {
    Platform platform = platform("minReplicas: 2, maxReplicas: 10,", WEEKEND.formatted(""));
    Compiled before = Compiled.at("2026-01-02T09:59:59Z", platform);
    Compiled after = Compiled.at("2026-01-02T10:00:00Z", platform);
    assertThat(after.ids()).isEqualTo(before.ids());
    assertThat(after.ids())
        .filteredOn(id -> !after.object(id).equals(before.object(id)))
        .containsExactly("HorizontalPodAutoscaler/user-blue");
  }

  @Test
  void withoutASchedulesNoClockMatters() {
    assertThat(platform("", "").nextEdge(Instant.EPOCH)).isEmpty();
  }

  @Test
  void whatIsNoTimeIsToldAndTheRestGoesOn() {
    Platform platform = platform("", "{start: '0 0 31 2 *', end: '0 2 * * 1', minReplicas: 3}");
    assertThat(platform.findings())
        .filteredOn(f -> f.reason() == Reason.ScheduleInvalid)
        .extracting(Finding::path)
        .containsExactly("spec.services[user].scaling.schedules[0].start");
    assertThat(Compiled.of(platform).ids()).contains("HorizontalPodAutoscaler/user-blue");
  }

  @Test
  void aJobWithoutATimeIsHeld() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [{name: web}], jobs: [{name: report, schedule: '0 0 31 2 *',"
                + " image: {repository: example.com/report, tag: a}}]}");
    assertThat(Compiled.of(platform).held()).contains("CronJob/report");
    assertThat(platform.findings())
        .extracting(Finding::path)
        .contains("spec.jobs[report].schedule");
  }

  private static int replicas(String now, Platform platform) {
    return Compiled.at(now, platform).object("Deployment/user-blue").at("/spec/replicas").asInt();
  }

  private static Platform platform(String bounds, String schedules) {
    return Resolved.spec(USER.formatted(bounds, schedules));
  }
}
