package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.PlanText;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeRemovalTest {
  private static final String POLICY = "ecommerceplatform.io/deletion-policy";
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Production
        mode: Apply
        version: "1.0.0"
        services: []
        databases:
          - {name: main, engine: MongoDB, placement: InCluster, backupRetentionDays: 3}
      """;
  private static final String DELETE = with("Delete");
  private static final String DELETE_POLICY = ", deletionPolicy: Delete";
  private static final String WITHOUT = SHOP.replaceAll("databases:\\s.*", "databases: []");

  private static String with(String policy) {
    return SHOP.replace("InCluster,", "InCluster, deletionPolicy: " + policy + ",");
  }

  @Test
  void thePolicyIsFollowedBothWaysOnTheVolumesAlone() {
    World world = settled(SHOP);
    assertThat(policies(world)).containsOnly("Retain");

    World deleting = world.wanting(DELETE);
    assertThat(PlanText.render(deleting.assess().plan()))
        .isEqualTo(
            Stream.of("0", "1", "2")
                    .map(
                        member ->
                            """
                            ~ PersistentVolumeClaim/data-main-%s
                                metadata.labels.ecommerceplatform.io/deletion-policy: "Retain" → "Delete"
                            """
                                .formatted(member))
                    .reduce("", String::concat)
                + "\nPlan: +0 ~3 -0\n");
    deleting.converge();
    assertThat(policies(deleting)).containsOnly("Delete");

    World back = deleting.wanting(SHOP).converge();
    assertThat(policies(back)).containsOnly("Retain");
    assertThat(back.changes()).as("neither made nor deleted").isEmpty();
  }

  @Test
  void aPersonWhoChangesTheLabelIsCorrected() {
    World world = settled(SHOP);
    edit(world, "data-main-1", v -> v.withObject("/metadata/labels").put(POLICY, "Delete"));
    assertThat(world.assess().allowed().actions())
        .extracting(Action::operation)
        .containsExactly(Operation.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Retain", "Snapshot"})
  void everyOtherPolicyKeepsTheVolumes(String policy) {
    World world = settled(with(policy)).wanting(WITHOUT).converge();
    assertThat(names(world.assess(), Operation.RETAIN))
        .contains("data-main-0", "data-main-1", "data-main-2", "main-backup");
    assertThat(names(world.assess(), Operation.DESTROY)).isEmpty();
    world.dismantle();
    assertThat(volumes(world)).hasSize(4);
  }

  @Test
  void theVolumesWaitForAPersonAndTheStoreDoesNot() {
    World world = settled(DELETE).wanting(WITHOUT);

    Assessment assessment = world.assess();

    assertThat(names(assessment, Operation.DESTROY))
        .containsExactly("data-main-0", "data-main-1", "data-main-2");
    assertThat(PlanText.render(assessment.plan()))
        .contains(
            "✗ PersistentVolumeClaim/data-main-0  # its data goes with it, by its deletion policy",
            "= PersistentVolumeClaim/main-backup  # kept by its deletion policy",
            "(3 destroy)");
    assertThat(assessment.allowed().of(Operation.DESTROY)).isEmpty();
    world.converge();
    assertThat(world.changes()).contains("deleted StatefulSet/main");
    assertThat(volumes(world)).hasSize(4);

    Assessment waiting = world.assess();
    assertThat(world.condition("PlanPending").getReason()).isEqualTo("ApprovalNeeded");
    world.resource.getMetadata().setAnnotations(Map.of(Approval.ANNOTATION, waiting.plan().hash()));
    world.converge();
    assertThat(volumes(world)).as("dumps are kept").containsExactly("main-backup");
  }

  @Test
  void aStoreThatComesBackHasItsDataAgain() {
    World world = settled(DELETE).wanting(WITHOUT).converge();
    World back = world.wanting(DELETE).converge();
    assertThat(volumes(back)).hasSize(4);
    assertThat(back.changes()).contains("created StatefulSet/main").doesNotContain("deleted");
    assertThat(back.assess().plan().isEmpty()).isTrue();
  }

  @Test
  void noVolumeGoesWhileItsStatefulSetIsOnItsWayOut() {
    World world = settled(DELETE).wanting(WITHOUT);
    ObjectRef set = new ObjectRef("apps/v1", "StatefulSet", "shop", "main");
    edit(world, set, s -> s.withObject("/metadata").put("deletionTimestamp", "2026-01-01"));

    assertThat(names(world.assess(), Operation.DESTROY)).isEmpty();

    world.objects().remove(set);
    assertThat(names(world.assess(), Operation.DESTROY)).hasSize(3);
  }

  @Test
  void noVolumeGoesWhenTheApiServerRefusesToDeleteItsStatefulSet() {
    List<Action> destroyed = settled(DELETE).wanting(WITHOUT).assess().plan().of(Operation.DESTROY);
    ObjectRef set = new ObjectRef("apps/v1", "StatefulSet", "shop", "main");
    ObjectRef other = new ObjectRef("apps/v1", "StatefulSet", "shop", "other");

    assertThat(destroyed)
        .isNotEmpty()
        .allMatch(volume -> VolumeTemplates.isPremature(volume, refused(set)))
        .noneMatch(volume -> VolumeTemplates.isPremature(volume, refused(other)));
  }

  @Test
  void whateverAStoreWaitsForItsPolicyIsFollowedAndItsVolumesStay() {
    World world = settled(DELETE);
    World frozen = world.wanting(SHOP.replace("MongoDB", "PostgreSQL"));
    frozen.resource.setStatus(world.resource.getStatus());

    assertThat(names(frozen.assess(), Operation.DESTROY)).isEmpty();
    frozen.converge();
    assertThat(policies(frozen)).containsOnly("Retain");
    assertThat(volumes(frozen)).hasSize(4);
  }

  @Test
  void aStoreThatMovesOutOfTheClusterLosesNothing() {
    World moved = settled(DELETE).wanting(DELETE.replace("InCluster", "Managed"));
    moved.resource.getMetadata().setAnnotations(Map.of());
    assertThat(names(moved.assess(), Operation.DESTROY)).isEmpty();
  }

  @Test
  void whatIsForeignIsNeverTakenAway() {
    World world = settled(DELETE).wanting(WITHOUT);
    edit(world, "data-main-0", v -> v.withObject("/metadata/labels").remove(POLICY));
    edit(
        world,
        "data-main-1",
        v -> v.withObject("/metadata/labels").put("ecommerceplatform.io/platform", "another"));
    assertThat(names(world.assess(), Operation.DESTROY)).containsExactly("data-main-2");
    world.dismantle();
    assertThat(volumes(world)).contains("data-main-0", "data-main-1").doesNotContain("data-main-2");
  }

  @Test
  void aDeletedPlatformFollowsWhatItsResourceSaysLast() {
    assertThat(volumes(settled(DELETE).dismantle())).containsExactly("main-backup");
    assertThat(volumes(settled(DELETE).wanting(SHOP).dismantle())).hasSize(4);
    assertThat(volumes(settled(SHOP).wanting(DELETE).dismantle())).containsExactly("main-backup");
    assertThat(volumes(settled(DELETE).wanting(WITHOUT).converge().dismantle()))
        .as("nobody approved it, but the platform is deleted and the label says so")
        .containsExactly("main-backup");
  }

  @Test
  void theVolumesOfStrimziGoByItsOwnSettingAndWaitForAPersonToo() {
    String kafka = WITHOUT + "  messaging: {transport: Kafka}\n  kafka: {provider: Strimzi%s}\n";
    World deleting = settled(kafka.formatted("")).wanting(kafka.formatted(DELETE_POLICY));
    assertThat(PlanText.render(deleting.assess().plan()))
        .contains("~ KafkaNodePool/quorum", "+0 ~1 -0");
    deleting.converge();
    assertThat(PlanText.render(deleting.wanting(kafka.formatted("")).assess().plan()))
        .as("and back")
        .contains("~ KafkaNodePool/quorum", "+0 ~1 -0");

    World without = deleting.wanting(WITHOUT);
    assertThat(strimzi(without, Operation.DESTROY)).containsExactly("Kafka", "KafkaNodePool");
    assertThat(without.assess().allowed().of(Operation.DESTROY)).isEmpty();

    World kept = settled(kafka.formatted("")).wanting(WITHOUT);
    assertThat(strimzi(kept, Operation.DESTROY)).isEmpty();
    assertThat(strimzi(kept, Operation.DELETE)).containsExactly("Kafka", "KafkaNodePool");
  }

  private static List<String> strimzi(World world, Operation operation) {
    return world.assess().plan().of(operation).stream()
        .map(action -> action.ref().kind())
        .filter(kind -> kind.startsWith("Kafka"))
        .distinct()
        .toList();
  }

  private static World settled(String yaml) {
    World world = new World(yaml);
    world.converge();
    return world.converge();
  }

  private static List<String> names(Assessment assessment, Operation operation) {
    return assessment.plan().of(operation).stream()
        .map(action -> action.ref())
        .filter(ref -> ref.kind().equals("PersistentVolumeClaim"))
        .map(ObjectRef::name)
        .toList();
  }

  private static List<String> policies(World world) {
    return world.objects().values().stream()
        .filter(live -> VolumeTemplates.isVolumeOf("main", live.ref()))
        .map(live -> live.labels().get(POLICY))
        .toList();
  }

  private static List<String> volumes(World world) {
    return world.objects().values().stream()
        .filter(LiveObject::isVolume)
        .map(live -> live.ref().name())
        .toList();
  }

  private static void edit(World world, String volume, Consumer<ObjectNode> how) {
    edit(world, new ObjectRef("v1", "PersistentVolumeClaim", "shop", volume), how);
  }

  private static void edit(World world, ObjectRef ref, Consumer<ObjectNode> how) {
    ObjectNode copy = world.objects().get(ref).json().deepCopy();
    how.accept(copy);
    world.objects().put(ref, new LiveObject(copy));
  }

  private static List<Outcome.Failure> refused(ObjectRef ref) {
    return List.of(new Outcome.Failure(ref, Operation.DELETE, 403, "no"));
  }
}
