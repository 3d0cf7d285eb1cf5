package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VeleroCompilerTest {
  private static final String SHOP =
      "profile: Economy\nservices: [{name: web}]\nbackup: {velero: true%s}\n";
  private static final ClusterFacts WITHOUT =
      new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of());
  private static final ClusterFacts FORBIDDEN =
      new ClusterFacts(
          Set.of("gp3"),
          Set.of(),
          "gp3",
          Set.of("alb"),
          Set.of(),
          Map.of(),
          Set.of(ManagedKind.VELERO.id()));

  @Test
  void oneScheduleInVelerosNamespaceThatLabelsAloneMakeOurs() {
    Platform shop = Resolved.spec(SHOP.formatted(", schedule: \"0 4 * * *\", retentionDays: 30"));

    Manifest schedule = schedules(shop).getFirst();

    assertThat(schedules(shop)).hasSize(1);
    assertThat(schedule.ref().namespace()).isEqualTo("velero");
    assertThat(schedule.json().at("/metadata").has("ownerReferences")).isFalse();
    assertThat(shop.owner().owns(schedule.labels())).isTrue();
    assertThat(schedule.labels()).containsEntry(Owner.NAMESPACE, "shop");
    assertThat(schedule.json().path("spec").toString())
        .isEqualTo(
            "{\"schedule\":\"0 4 * * *\",\"template\":{\"includedNamespaces\":[\"shop\"],"
                + "\"snapshotVolumes\":true,\"ttl\":\"720h0m0s\"}}");
    assertThat(reasons(shop)).doesNotContain(Reason.NotManagedYet);
  }

  @Test
  void everyNightAndAsLongAsVeleroKeepsItUnlessTheResourceSaysMore() {
    Manifest schedule = schedules(Resolved.spec(SHOP.formatted(""))).getFirst();
    assertThat(schedule.json().at("/spec/schedule").asText()).isEqualTo("0 3 * * *");
    assertThat(schedule.json().at("/spec/template").has("ttl")).isFalse();
    assertThat(schedules(Resolved.spec(SHOP.replace("velero: true%s", "velero: false")))).isEmpty();
  }

  @Test
  void noTwoPlatformsShareAName() {
    String long1 = "a".repeat(63);
    List<String> names =
        Stream.of(
                name("a-b", "c"),
                name("a", "b-c"),
                name("shop", "shop"),
                name(long1, "x"),
                name(long1, "y"))
            .distinct()
            .toList();
    assertThat(names).hasSize(5).allMatch(name -> name.matches("[a-z0-9-]{1,51}"));
  }

  @Test
  void anAbsentVeleroIsNamedWithTheCommandThatInstallsIt() {
    Finding finding = finding(WITHOUT, Reason.VeleroMissing);
    assertThat(finding.part()).isEqualTo(ConditionType.Protected);
    assertThat(finding.text())
        .startsWith("spec.backup.velero: Velero is not installed: there is no schedules.velero.io")
        .contains("helm install velero velero --repo", "-n velero ");
  }

  @Test
  void aMissingRightIsNamedWithTheCommandThatGrantsIt() {
    assertThat(finding(FORBIDDEN, Reason.VeleroForbidden).text())
        .contains("namespace velero", "kubectl apply -k deploy/kustomize/components/velero");
    assertThat(reasons(Resolved.spec(SHOP.formatted(""), FORBIDDEN)))
        .doesNotContain(Reason.VeleroMissing);
  }

  private static String name(String namespace, String platform) {
    String text =
        "metadata: {name: %s}\nspec:\n%s".formatted(platform, SHOP.formatted("").indent(2));
    return Resolved.in(namespace, text).clusterBackup().orElseThrow().name();
  }

  private static Finding finding(ClusterFacts facts, Reason reason) {
    return Resolved.spec(SHOP.formatted(""), facts).findings().stream()
        .filter(f -> f.reason() == reason)
        .findFirst()
        .orElseThrow();
  }

  private static List<Reason> reasons(Platform shop) {
    return shop.findings().stream().map(Finding::reason).toList();
  }

  private static List<Manifest> schedules(Platform shop) {
    return Compiled.of(shop).desired().objects().stream()
        .filter(m -> m.ref().kind().equals("Schedule"))
        .toList();
  }
}
