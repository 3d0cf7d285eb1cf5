package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.status.StatusComposer;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VeleroScheduleTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        mode: Apply
        version: "1.0.0"
        services: []
        backup: {velero: true}
      """;

  @Test
  void isMadeKeptAndPrunedAlthoughItIsInAnotherNamespace() {
    World world = new World(SHOP).converge();
    assertThat(schedules(world)).hasSize(1);
    assertThat(world.assess().plan().isEmpty()).isTrue();

    World without = world.wanting(SHOP.replace("velero: true", "velero: false")).converge();
    assertThat(schedules(without)).isEmpty();
  }

  @Test
  void goesWithThePlatform() {
    assertThat(schedules(new World(SHOP).converge().dismantle())).isEmpty();
  }

  @Test
  void thatOfAnotherPlatformIsNeitherChangedNorPruned() {
    World world = new World(SHOP).converge();
    LiveObject own = world.objects().get(schedules(world).getFirst());
    ObjectNode other = own.json().deepCopy();
    other.withObject("/metadata").put("name", "other");
    other.withObject("/metadata/labels").put("ecommerceplatform.io/namespace", "other");
    LiveObject foreign = new LiveObject(other);
    world.objects().put(foreign.ref(), foreign);

    assertThat(world.assess().plan().isEmpty()).isTrue();
    assertThat(schedules(world.dismantle())).containsExactly(foreign.ref());
  }

  @Test
  void whatVeleroMakesOfItIsTold() {
    World world = new World(SHOP).converge();
    assertThat(isProtected(world).getReason()).isEqualTo("WaitingForVelero");

    tell(
        world,
        status ->
            status
                .put("phase", "FailedValidation")
                .putArray("validationErrors")
                .add("no storage location"));
    assertThat(isProtected(world).getReason()).isEqualTo("VeleroRefused");
    assertThat(isProtected(world).getMessage())
        .contains("no storage location", "kubectl describe schedules.velero.io", "-n velero");

    tell(world, status -> status.put("phase", "Enabled").remove("validationErrors"));
    assertThat(isProtected(world).getStatus()).isEqualTo("True");
    assertThat(isProtected(world).getMessage()).contains("has made no backup yet");
    tell(world, status -> status.put("lastBackup", "2026-11-26T03:00:00Z"));
    assertThat(isProtected(world).getReason()).isEqualTo("BackupScheduled");
    assertThat(isProtected(world).getMessage()).contains("2026-11-26T03:00:00Z");
  }

  private static void tell(World world, Consumer<ObjectNode> how) {
    ObjectRef ref = schedules(world).getFirst();
    ObjectNode copy = world.objects().get(ref).json().deepCopy();
    how.accept(copy.withObject("/status"));
    world.objects().put(ref, new LiveObject(copy));
  }

  private static Condition isProtected(World world) {
    return StatusComposer.compose(world.input(world.assess())).conditions().stream()
        .filter(c -> c.getType().equals("Protected"))
        .findFirst()
        .orElseThrow();
  }

  private static List<ObjectRef> schedules(World world) {
    return world.objects().keySet().stream().filter(r -> r.kind().equals("Schedule")).toList();
  }
}
