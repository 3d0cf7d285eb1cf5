package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.PlanText;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorUpgradeTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: user}, {name: web}, {name: delivery}]
      """;
  private static final String WITH_STRIMZI =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: user}, {name: web}]
        kafka: {provider: Strimzi}
        observability:
          tracing: {provider: OTLP, endpoint: "http://collector:4318", percent: 7}
          logs: {store: OpenSearch, cluster: Own}
      """;
  private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet");

  private World world;

  @BeforeEach
  void runsUnderOneBuildAndIsFoundByAnother() {
    world = new World(SHOP);
    world.converge();
    world.catalogue = OtherBuild.catalogue();
  }

  @Test
  void anotherBuildAloneTouchesNoPodAndNothingThatPodsRead() {
    Map<ObjectRef, ObjectNode> before = world.content();

    world.converge();

    Map<ObjectRef, ObjectNode> after = world.content();
    after.keySet().removeIf(ref -> ref.kind().equals("Job"));
    before.keySet().removeIf(ref -> ref.kind().equals("Job"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void thePlanShowsEachWorkloadWithWhatDiffersAndWhyItWaits() {
    world.converge();
    Plan plan = world.assess().plan();

    assertThat(updated(plan))
        .isEqualTo(
            world.objects().keySet().stream()
                .filter(ref -> WITH_PODS.contains(ref.kind()))
                .map(ObjectRef::id)
                .collect(Collectors.toSet()));
    assertThat(PlanText.render(plan))
        .contains("~ Deployment/user-blue  # only this release of the operator changes its pods")
        .contains("livenessProbe.httpGet.path: \"/livez\" → \"/healthz\"");
  }

  @Test
  void statusStaysReadyForItAndNamesTheCommandThatApproves() {
    world.converge();

    String hash = world.resource.getStatus().plan().hash();
    assertThat(world.assess().plan().hash()).isEqualTo(hash);
    assertThat(world.condition("PlanPending"))
        .returns("True", c -> c.getStatus())
        .returns("UpgradePending", c -> c.getReason());
    assertThat(world.condition("Stalled").getStatus()).isEqualTo("False");
    assertThat(world.condition("WorkloadsReady").getMessage())
        .contains("Deployment/delivery-blue, Deployment/user-blue, Deployment/web-blue")
        .contains(
            "kubectl annotate ecp shop -n shop --overwrite ecommerceplatform.io/approve-plan="
                + hash);
    assertThat(world.condition("DataReady").getMessage()).contains("StatefulSet/postgresql");
  }

  @Test
  void anApprovalOfExactlyThisPlanRollsEverything() {
    world.converge();
    String hash = world.assess().plan().hash();
    world.resource.getMetadata().setAnnotations(Map.of(Approval.ANNOTATION, "0" + hash));
    world.converge();
    assertThat(world.assess().kept()).isNotEmpty();

    world.resource.getMetadata().setAnnotations(Map.of(Approval.ANNOTATION, hash));
    world.converge();

    assertThat(world.assess().kept()).isEmpty();
    assertThat(world.assess().plan().isEmpty()).isTrue();
    assertThat(path("user")).isEqualTo("/healthz");
    assertThat(world.content()).isEqualTo(fresh(SHOP).content());
  }

  @Test
  void aNewVersionTakesTheNewPodsAlong() {
    world.converge();
    String next = SHOP.replace("1.0.0", "1.1.0");
    edit(next);

    assertThat(world.assess().kept()).isEmpty();
    assertThat(world.content()).isEqualTo(fresh(next).content());
  }

  @Test
  void aChangeOfOneServiceRollsThatOneOnly() {
    world.converge();
    edit(SHOP.replace("{name: user}", "{name: user, env: [{name: A, value: b}]}"));

    assertThat(path("user")).isEqualTo("/healthz");
    assertThat(path("web")).isEqualTo("/livez");
    assertThat(path("delivery")).isEqualTo("/livez");
    assertThat(world.assess().kept())
        .extracting(ObjectRef::id)
        .doesNotContain("Deployment/user-blue");
  }

  @Test
  void brokersOfStrimziAndToolsAreKeptToo() {
    withStrimziAndTools();
    Map<ObjectRef, ObjectNode> before = world.content();
    world.catalogue = OtherBuild.catalogue();
    world.converge();

    assertThat(world.assess().kept())
        .extracting(ObjectRef::id)
        .contains(
            "Deployment/otel-collector",
            "Deployment/opensearch-dashboards",
            "KafkaNodePool/quorum",
            "StatefulSet/opensearch-logs");
    for (String kind : Set.of("Kafka", "KafkaNodePool", "Deployment")) {
      assertThat(ofKind(world.content(), kind)).isEqualTo(ofKind(before, kind)).isNotEmpty();
    }
    assertThat(world.condition("DataReady").getMessage()).contains("KafkaNodePool/quorum");
    assertThat(world.condition("ObservabilityReady").getMessage())
        .contains("Deployment/opensearch-dashboards, Deployment/otel-collector");

    approve(world);
    world.converge();

    assertThat(world.assess().kept()).isEmpty();
    assertThat(cpu("KafkaNodePool", "quorum", "/spec/resources/requests/cpu")).isEqualTo("777m");
    String tool = "/spec/template/spec/containers/0/resources/requests/cpu";
    assertThat(cpu("Deployment", "otel-collector", tool)).isEqualTo("777m");
    assertThat(cpu("Deployment", "opensearch-dashboards", tool)).isEqualTo("777m");
  }

  @Test
  void aSettingOfABrokerOrAToolTakesItsNewPodsAlong() {
    withStrimziAndTools();
    world.catalogue = OtherBuild.catalogue();
    world.converge();
    edit(WITH_STRIMZI.replace("provider: Strimzi", "provider: Strimzi, version: \"4.1.0\""));

    assertThat(cpu("KafkaNodePool", "quorum", "/spec/resources/requests/cpu")).isEqualTo("777m");
    assertThat(live("Kafka", "kafka").at("/spec/kafka/version").asText()).isEqualTo("4.1.0");
    assertThat(world.assess().kept())
        .extracting(ObjectRef::id)
        .contains("Deployment/otel-collector", "Deployment/user-blue");
  }

  @Test
  void brokersThatAreKeptLetNewClientsInAndGrow() {
    withStrimziAndTools();
    world.catalogue = OtherBuild.catalogue();
    world.converge();
    edit(WITH_STRIMZI.replace("{name: web}", "{name: web}, {name: delivery}"));

    assertThat(live("Kafka", "kafka").at("/spec/kafka/listeners/0/networkPolicyPeers").toString())
        .contains("delivery");
    assertThat(world.assess().kept()).extracting(ObjectRef::id).contains("KafkaNodePool/quorum");
  }

  private void withStrimziAndTools() {
    world = new World(WITH_STRIMZI);
    world.converge();
  }

  private static Map<ObjectRef, ObjectNode> ofKind(Map<ObjectRef, ObjectNode> all, String kind) {
    Map<ObjectRef, ObjectNode> some = new TreeMap<>(all);
    some.keySet().removeIf(ref -> !ref.kind().equals(kind));
    return some;
  }

  private String cpu(String kind, String name, String pointer) {
    return live(kind, name).at(pointer).asText();
  }

  @Test
  void whatReachesNoPodIsChangedAndRollsNothing() {
    world.converge();
    edit(SHOP.replace("{name: web}", "{name: web, rollout: {progressDeadlineSeconds: 90}}"));

    assertThat(path("web")).isEqualTo("/livez");
    assertThat(live("Deployment", "web-blue").at("/spec/progressDeadlineSeconds").asInt())
        .isEqualTo(90);
  }

  @Test
  void aRotatedSecretIsAChangeByTheUser() {
    world.converge();
    world.rotate("jwt", "another");
    world.converge();

    assertThat(path("user")).isEqualTo("/healthz");
    assertThat(path("web")).isEqualTo("/livez");
  }

  @Test
  void theFormerBuildFindsNothingToDo() {
    world.converge();
    world.catalogue = Resolved.CATALOGUE;

    assertThat(world.assess().kept()).isEmpty();
    assertThat(world.assess().plan().isEmpty()).isTrue();
  }

  @Test
  void theFormerBuildRollsNothingBackByItself() {
    world.converge();
    String hash = world.assess().plan().hash();
    world.resource.getMetadata().setAnnotations(Map.of(Approval.ANNOTATION, hash));
    world.converge();

    world.catalogue = Resolved.CATALOGUE;
    world.converge();

    assertThat(path("user")).isEqualTo("/healthz");
    assertThat(world.assess().kept()).extracting(ObjectRef::id).contains("Deployment/user-blue");
  }

  @Test
  void driftOfAPodThatIsKeptIsPutBackAsItWas() {
    world.converge();
    LiveObject before = live("Deployment", "user-blue");
    LiveObject edited = new LiveObject(before.json().deepCopy());
    edited.json().withObject("/spec/template/spec").put("hostNetwork", "not ours");
    edited.json().withObject("/spec/template/spec").put("enableServiceLinks", true);
    world.objects().put(before.ref(), edited);
    world.converge();

    assertThat(live("Deployment", "user-blue")).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseWroteDownIsNotKept() {
    world.converge();
    LiveObject live = live("Deployment", "user-blue");
    String note = "ecommerceplatform.io/applied";
    String forged = live.annotations().get(note).replace("\"/livez\"", "\"/forged\"");
    assertThat(forged).contains("/forged");
    live.json().withObject("/metadata/annotations").put(note, forged);
    world.converge();

    assertThat(path("user")).isEqualTo("/healthz");
  }

  @Test
  void podsWhoseConfigurationIsGoneAreNotKept() {
    world.converge();
    world.objects().keySet().removeIf(ref -> ref.name().startsWith("user-config-"));
    world.converge();

    assertThat(path("user")).isEqualTo("/healthz");
    assertThat(path("web")).isEqualTo("/livez");
  }

  @Test
  void whoWantsToBeAskedAboutNothingIsNotAsked() {
    world.resource.setSpec(
        Resolved.parse(
                SHOP
                    + "  aws: {identity: default, approval: Auto, regions: [{name: eu-central-1}]}\n")
            .getSpec());
    world.converge();
    assertThat(world.assess().kept()).isEmpty();
    assertThat(path("user")).isEqualTo("/healthz");
  }

  @Test
  void anyDeathWhileAnApprovedUpgradeIsAppliedEndsInTheSameWorld() {
    String small = SHOP.replace(", {name: web}, {name: delivery}", "");
    Map<ObjectRef, ObjectNode> reference = fresh(small).content();
    for (KillPoint point : KillPoint.values()) {
      for (int death = 1; death < 6; death++) {
        World dying = new World(small);
        dying.converge();
        dying.catalogue = OtherBuild.catalogue();
        dying.converge();
        approve(dying);
        dying.with(new Interruption(dying.writes() + death, point)).converge();
        approve(dying); // what is left of a plan is another plan
        dying.converge();
        assertThat(dying.content()).as("%s %d", point, death).isEqualTo(reference);
      }
    }
  }

  @Test
  void aLostKeyOfFingerprintsRestartsNoPod() {
    world.catalogue = Resolved.CATALOGUE;
    Map<String, Object> before = templates();
    world.key = "second";
    world.converge();
    assertThat(templates()).isEqualTo(before);
    assertThat(world.assess().plan().isEmpty()).isTrue();

    world.rotate("jwt", "another");
    world.converge();
    Map<String, Object> after = templates();
    assertThat(after.get("Deployment/user-blue")).isNotEqualTo(before.get("Deployment/user-blue"));
    assertThat(after.get("Deployment/web-blue")).isEqualTo(before.get("Deployment/web-blue"));
  }

  private Map<String, Object> templates() {
    Map<String, Object> templates = new TreeMap<>();
    world.objects().values().stream()
        .filter(
            o ->
                o.ref().kind().equals("Deployment")
                    || o.ref().kind().equals("StatefulSet")
                    || o.ref().kind().equals("Job"))
        .forEach(o -> templates.put(o.ref().id(), o.at("/spec/template")));
    return templates;
  }

  private static void approve(World world) {
    world
        .resource
        .getMetadata()
        .setAnnotations(Map.of(Approval.ANNOTATION, world.assess().plan().hash()));
  }

  private void edit(String yaml) {
    world.resource.setSpec(Resolved.parse(yaml).getSpec());
    world.converge();
  }

  private static World fresh(String yaml) {
    World fresh = new World(yaml);
    fresh.catalogue = OtherBuild.catalogue();
    fresh.converge();
    return fresh;
  }

  private static Set<String> updated(Plan plan) {
    List<Action> updates = plan.of(io.ecommerceplatform.plan.Operation.UPDATE);
    return updates.stream().map(a -> a.ref().id()).collect(Collectors.toSet());
  }

  private String path(String service) {
    return live("Deployment", service + "-blue")
        .at("/spec/template/spec/containers/0/livenessProbe/httpGet/path")
        .asText();
  }

  private LiveObject live(String kind, String name) {
    return world.objects().values().stream()
        .filter(o -> o.ref().kind().equals(kind) && o.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
