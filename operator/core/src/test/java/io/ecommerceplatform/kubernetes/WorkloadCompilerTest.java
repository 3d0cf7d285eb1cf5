package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.Revision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadCompilerTest {
  private static final SecretFingerprints NONE = name -> Optional.empty();
  private static final String USER = "{profile: Economy, services: [{name: user%s}]}";

  @Test
  void theAutoscalerOwnsTheNumberOfReplicas() {
    Compiled compiled = Compiled.spec(USER.formatted(""));
    assertThat(compiled.object("Deployment/user-blue").at("/spec").has("replicas")).isFalse();
    JsonNode autoscaler = compiled.object("HorizontalPodAutoscaler/user-blue");
    assertThat(autoscaler.at("/spec/minReplicas").asInt()).isEqualTo(1);
    assertThat(autoscaler.at("/spec/maxReplicas").asInt()).isEqualTo(3);
    assertThat(compiled.ids()).doesNotContain("PodDisruptionBudget/user-blue");
  }

  @Test
  void aFixedNumberStandsInTheDeployment() {
    Compiled compiled =
        Compiled.spec(USER.formatted(", scaling: {minReplicas: 2, maxReplicas: 2}"));
    assertThat(compiled.object("Deployment/user-blue").at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(compiled.ids())
        .doesNotContain("HorizontalPodAutoscaler/user-blue")
        .contains("PodDisruptionBudget/user-blue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BlueGreen", "Canary"})
  void bothColorsAddOneIdleDeploymentAndNothingElse(String strategy) {
    String scaling = ", scaling: {minReplicas: 2, maxReplicas: 4}, expose: {path: /user}";
    Compiled rolling = Compiled.spec(USER.formatted(scaling));
    Compiled both =
        Compiled.spec(USER.formatted(scaling + ", rollout: {strategy: %s}".formatted(strategy)));
    JsonNode idle = both.object("Deployment/user-green");
    assertThat(idle.at("/spec/replicas").asInt(-1)).isZero();
    assertThat(Json.strings(idle.at("/spec/selector"), "matchLabels"))
        .containsEntry(Revision.COLOR, "green");
    assertThat(both.ids())
        .contains("HorizontalPodAutoscaler/user-blue", "PodDisruptionBudget/user-blue")
        .filteredOn(id -> !id.equals("Deployment/user-green"))
        .containsExactlyElementsOf(rolling.ids())
        .allSatisfy(id -> assertThat(both.object(id)).isEqualTo(rolling.object(id)));
  }

  @Test
  void theBoundsOfARollingUpdateAreThoseOfTheService() {
    String bounds = "maxSurge: 2, maxUnavailable: '10%', minReadySeconds: 7";
    JsonNode spec =
        Compiled.spec(USER.formatted(", rollout: {rolling: {%s}}".formatted(bounds)))
            .object("Deployment/user-blue")
            .at("/spec");
    assertThat(spec.at("/strategy/rollingUpdate/maxSurge").asInt()).isEqualTo(2);
    assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asText()).isEqualTo("10%");
    assertThat(spec.at("/minReadySeconds").asInt()).isEqualTo(7);
  }

  @Test
  void podsWaitForSecretsWhileEverythingElseIsApplied() {
    Compiled compiled = Compiled.of(Resolved.spec(USER.formatted("")), NONE);
    assertThat(compiled.held())
        .contains("Deployment/user-blue", "HorizontalPodAutoscaler/user-blue");
    assertThat(compiled.ids())
        .contains("Service/user", "Service/user-blue", "Service/user-green", "NetworkPolicy/user")
        .doesNotContain("Deployment/user-blue");
    assertThat(compiled.desired().held())
        .filteredOn(h -> h.ref().name().equals("user-blue"))
        .allMatch(h -> h.message().startsWith("waits for Secret jwt"));
    assertThat(Revisions.of(compiled.platform(), NONE).all()).noneMatch(Revision::isKnown);
  }

  @Test
  void podsWaitUntilTheirRevisionIsDecided() {
    Platform platform = Resolved.spec(USER.formatted(""));
    assertThat(Compiled.of(platform, Compiled.EXISTING, Intent.none()).held())
        .contains("Deployment/user-blue");
    Intent before = Compiled.decided(platform, name -> Optional.of("old"));
    assertThat(Compiled.of(platform, Compiled.EXISTING, before).held())
        .contains("Deployment/user-blue");
    assertThat(Compiled.of(platform).held()).isEmpty();
  }

  @Test
  void theRevisionIsOnDeploymentAndPods() {
    Compiled compiled = Compiled.spec(USER.formatted(""));
    String hash = Revisions.of(compiled.platform(), Compiled.EXISTING).all().getFirst().hash();
    JsonNode deployment = compiled.object("Deployment/user-blue");
    assertThat(Json.strings(deployment.at("/metadata"), "labels"))
        .containsEntry(Revision.LABEL, hash);
    assertThat(Json.strings(deployment.at("/spec/template/metadata"), "labels"))
        .containsEntry(Revision.LABEL, hash)
        .containsEntry(Revision.COLOR, "blue");
    assertThat(Json.strings(deployment.at("/spec/selector"), "matchLabels"))
        .doesNotContainKey(Revision.LABEL);
  }

  @Test
  void whatChangesPodsChangesTheRevisionAndNothingElseDoes() {
    String before = revision(USER.formatted(""), Compiled.EXISTING);
    assertThat(revision(USER.formatted(", image: {tag: v2}"), Compiled.EXISTING))
        .isNotEqualTo(before);
    assertThat(revision(USER.formatted(", env: [{name: A, value: b}]"), Compiled.EXISTING))
        .isNotEqualTo(before);
    assertThat(revision(USER.formatted(""), name -> Optional.of("rotated"))).isNotEqualTo(before);
    assertThat(revision(USER.formatted(", expose: {path: /u}"), Compiled.EXISTING))
        .isEqualTo(before);
    assertThat(revision(USER.formatted(", rollout: {strategy: BlueGreen}"), Compiled.EXISTING))
        .isEqualTo(before);
    assertThat(revision(USER.formatted(", scaling: {cpuPercent: 50}"), Compiled.EXISTING))
        .isEqualTo(before);
  }

  @Test
  void aChangedSettingIsAnotherConfigMap() {
    String one = configMap(Compiled.spec(USER.formatted("")));
    String other = configMap(Compiled.spec(USER.formatted(", env: [{name: A, value: b}]")));
    assertThat(one).isNotEqualTo(other).startsWith("ConfigMap/user-config-");
  }

  @Test
  void thePodOutlivesTheDrainingOfItsTarget() {
    JsonNode pod =
        Compiled.spec(USER.formatted("")).object("Deployment/user-blue").at("/spec/template/spec");
    int sleep = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
    assertThat(sleep)
        .isGreaterThanOrEqualTo(Resolved.CATALOGUE.lifecycle().deregistrationDelaySeconds())
        .isLessThan(pod.path("terminationGracePeriodSeconds").asInt());
  }

  private static String revision(String spec, SecretFingerprints fingerprints) {
    List<Revision> revisions = Revisions.of(Resolved.spec(spec), fingerprints).all();
    assertThat(revisions).hasSize(1).allMatch(Revision::isKnown);
    return revisions.getFirst().hash();
  }

  private static String configMap(Compiled compiled) {
    return compiled.ids().stream()
        .filter(id -> id.startsWith("ConfigMap/user-config-"))
        .findFirst()
        .orElseThrow();
  }
}
