package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.PlanText;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VolumeGrowthTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Production
        mode: Apply
        version: "1.0.0"
        services: []
        databases: [{name: main, engine: MongoDB, placement: InCluster, allocatedStorage: 10Gi}]
      """;
  private static final String CPU = "10Gi, resources: {requests: {cpu: 250m}}";
  private static final String GROWN = SHOP.replace("10Gi", "20Gi");

  @Test
  void thePlanShowsTheGrowthInItsOrderAndNobodyHasToApproveIt() {
    Assessment assessment = settled(SHOP).wanting(GROWN).assess();

    assertThat(PlanText.render(assessment.plan()))
        .isEqualTo(
            """
            ~ PersistentVolumeClaim/data-main-0
                spec.resources.requests.storage: "10Gi" → "20Gi"
            ~ PersistentVolumeClaim/data-main-1
                spec.resources.requests.storage: "10Gi" → "20Gi"
            ~ PersistentVolumeClaim/data-main-2
                spec.resources.requests.storage: "10Gi" → "20Gi"
            ↻ StatefulSet/main  # its volumes grow; the pods keep running
                spec.volumeClaimTemplates[data].spec.resources.requests.storage: "10Gi" → "20Gi"

            Plan: +0 ~3 -0 (1 recreate)
            """);
    assertThat(assessment.allowed()).isEqualTo(assessment.plan());
    assertThat(assessment.findings())
        .extracting(Finding::text)
        .containsExactly(
            "spec.databases[main].allocatedStorage: grows to 20Gi: 0 of 3 volumes are asked for it,"
                + " 0 have it; the StatefulSet is made again around its pods");
  }

  @Test
  void everyVolumeIsAskedOnceAndTheStatefulSetMadeAgain() {
    World grown = settled(SHOP).wanting(GROWN).converge();
    assertThat(grown.writes()).isEqualTo(5);
    assertThat(grown.changes())
        .containsExactly("created StatefulSet/main", "deleted StatefulSet/main");
    assertThat(grown.objects().get(volume("data-main-2")).at("/spec/resources/requests/storage"))
        .hasToString("\"20Gi\"");
  }

  @Test
  void theStatefulSetStaysWhileOneVolumeIsRefused() {
    Plan plan = settled(SHOP).wanting(GROWN).assess().plan();
    Action recreation = plan.of(Operation.RECREATE).getFirst();

    assertThat(VolumeTemplates.isPremature(recreation, refused("data-main-2"))).isTrue();
    assertThat(VolumeTemplates.isPremature(recreation, refused("data-other-0"))).isFalse();
    assertThat(plan.of(Operation.UPDATE))
        .noneMatch(volume -> VolumeTemplates.isPremature(volume, refused("data-main-2")));
  }

  @Test
  void aSmallerSizeIsRefusedAndTheRestOfTheStoreGoesOn() {
    World world = settled(GROWN).wanting(SHOP.replace("10Gi", CPU));

    Assessment assessment = world.assess();

    assertThat(assessment.plan().actions())
        .extracting(action -> action.operation() + " " + action.ref().id())
        .containsExactly("UPDATE StatefulSet/main");
    assertThat(assessment.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.VolumesCannotShrink);
    assertThat(assessment.findings().getFirst().text())
        .isEqualTo(
            "spec.databases[main].allocatedStorage: is 10Gi, and volumes of 20Gi cannot become"
                + " smaller; set it back to 20Gi, or move the data to a new store of another name");
  }

  @Test
  void nothingIsDoneByHalfWhereTheClassLetsNothingGrow() {
    String fixed = SHOP.replace("10Gi", "10Gi, storageClassName: fixed");

    Assessment assessment = settled(fixed).wanting(fixed.replace("10Gi", "20Gi")).assess();

    assertThat(assessment.plan().actions()).isEmpty();
    assertThat(assessment.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.VolumesCannotGrow);
    assertThat(assessment.findings().getFirst().message())
        .contains("StorageClass fixed", "kubectl patch storageclass fixed", "set it back to 10Gi");
  }

  @Test
  void aVolumeThatIsNotBoundIsWaitedFor() {
    World world = settled(SHOP).wanting(GROWN);
    edit(world, "data-main-1", volume -> volume.withObject("/status").put("phase", "Pending"));

    Assessment assessment = world.assess();

    assertThat(assessment.plan().actions()).isEmpty();
    assertThat(assessment.findings())
        .extracting(Finding::message)
        .containsExactly("grows to 20Gi as soon as PersistentVolumeClaim/data-main-1 is bound");
  }

  @Test
  void theDriversProgressAndItsRefusalAreTold() {
    World world = settled(SHOP).wanting(GROWN);
    world.converge();
    for (String volume : List.of("data-main-0", "data-main-1")) {
      edit(world, volume, v -> v.withObject("/status/capacity").put("storage", "20Gi"));
    }
    assertThat(world.assess().findings())
        .extracting(Finding::message)
        .containsExactly("grows to 20Gi: 3 of 3 volumes are asked for it, 2 have it");

    edit(
        world,
        "data-main-2",
        v ->
            v.withObject("/status/allocatedResourceStatuses")
                .put("storage", "ControllerResizeInfeasible"));
    assertThat(world.assess().findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.VolumesCannotGrow);

    edit(world, "data-main-2", v -> v.withObject("/status/capacity").put("storage", "20Gi"));
    assertThat(world.assess().findings()).isEmpty();
  }

  @Test
  void aVolumeThatAPersonMadeLargerStaysAsItIs() {
    World world = settled(SHOP);
    edit(
        world, "data-main-0", v -> v.withObject("/spec/resources/requests").put("storage", "15Gi"));
    edit(world, "data-main-0", v -> v.withObject("/status/capacity").put("storage", "15Gi"));
    assertThat(world.assess().plan().actions()).isEmpty();
    assertThat(world.assess().findings()).isEmpty();
    assertThat(world.wanting(GROWN).assess().plan().summary()).isEqualTo("+0 ~3 -0 (1 recreate)");
  }

  @Test
  void anotherImmutableFieldIsReplacedAndWaitsForAPerson() {
    World world = settled(SHOP).wanting(GROWN.replace("20Gi", "20Gi, storageClassName: gp3"));

    Assessment assessment = world.assess();

    assertThat(assessment.plan().of(Operation.REPLACE))
        .extracting(action -> action.ref().id())
        .containsExactly("StatefulSet/main");
    assertThat(assessment.allowed().of(Operation.REPLACE)).isEmpty();
  }

  @Test
  void theVolumeOfTheDumpsKeepsItsClassWhenNoneIsAskedForAnyMore() {
    String plain = SHOP.replace("10Gi", "10Gi, backupRetentionDays: 7");
    String classed = plain.replace("10Gi", "10Gi, storageClassName: gp3");

    Plan plan = new World(classed).controlled().converge().wanting(plain).assess().plan();

    assertThat(plan.actions())
        .extracting(action -> action.ref().id())
        .containsExactly("StatefulSet/main");
  }

  @Test
  void theVolumeOfTheDumpsGrowsWithTheDataAndIsKeptAsItIsOtherwise() {
    String dumped = SHOP.replace("10Gi", "10Gi, backupRetentionDays: 7");
    World shop = settled(dumped);
    World grown = shop.wanting(dumped.replace("10Gi", "20Gi"));
    assertThat(grown.assess().plan().of(Operation.UPDATE))
        .extracting(action -> action.ref().id())
        .contains("PersistentVolumeClaim/main-backup", "PersistentVolumeClaim/data-main-0");
    grown.converge();
    assertThat(grown.wanting(dumped).assess().plan().actions()).isEmpty();

    Plan without = shop.wanting(SHOP).assess().plan();
    assertThat(without.of(Operation.RETAIN))
        .extracting(action -> action.ref().id())
        .containsExactly("PersistentVolumeClaim/main-backup");
    assertThat(without.of(Operation.DELETE))
        .extracting(action -> action.ref().id())
        .containsExactly("CronJob/main-backup");
  }

  @Test
  void volumesAreKeptWhateverTheirStoreWaitsForAndStayWhenItLeaves() {
    World world = settled(SHOP);
    world.objects().remove(new ObjectRef("v1", "Secret", "shop", "main-credentials"));
    assertThat(world.assess().plan().actions())
        .extracting(action -> action.operation() + " " + action.ref().kind())
        .doesNotContain("RETAIN PersistentVolumeClaim", "DELETE PersistentVolumeClaim");

    World without = settled(SHOP).wanting(SHOP.replaceAll("databases: .*", "databases: []"));
    assertThat(without.assess().plan().of(Operation.RETAIN))
        .extracting(action -> action.ref().id())
        .contains("PersistentVolumeClaim/data-main-0");
    assertThat(without.assess().plan().of(Operation.DELETE))
        .extracting(action -> action.ref().kind())
        .contains("StatefulSet")
        .doesNotContain("PersistentVolumeClaim");
  }

  @Test
  void volumesThatCarryOurLabelsByCopyAreNobodysToPrune() {
    World world = settled(SHOP.replaceAll("databases: .*", "databases: []"));
    LiveObject made = settled(SHOP).objects().get(volume("data-main-0"));
    ObjectNode copy = made.json().deepCopy();
    copy.withObject("/metadata").put("name", "data-0-kafka-quorum-0");
    copy.withObject("/metadata/labels").remove("ecommerceplatform.io/deletion-policy");
    world.objects().put(volume("data-0-kafka-quorum-0"), new LiveObject(copy));
    assertThat(world.assess().plan().actions()).isEmpty();
  }

  private static World settled(String yaml) {
    World world = new World(yaml);
    world.converge();
    return world;
  }

  private static void edit(World world, String name, Consumer<ObjectNode> how) {
    ObjectNode copy = world.objects().get(volume(name)).json().deepCopy();
    how.accept(copy);
    world.objects().put(volume(name), new LiveObject(copy));
  }

  private static ObjectRef volume(String name) {
    return new ObjectRef("v1", "PersistentVolumeClaim", "shop", name);
  }

  private static List<Outcome.Failure> refused(String volume) {
    return List.of(new Outcome.Failure(volume(volume), Operation.UPDATE, 403, "quota"));
  }
}
