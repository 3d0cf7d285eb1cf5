package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.status.StatusComposer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MigrationOrderTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        mode: Apply
        version: "%s"
        services: [{name: user, migrations: %s}]
      """;

  @Test
  void theDatabaseThenTheSchemaThenThePods() {
    World world = new World(SHOP.formatted("1.0.0", "Job"));
    world.converge();
    assertThat(jobs(world, "user-migrate-")).isEmpty();
    assertThat(names(world)).contains("Service/user").doesNotContain("Deployment/user-blue");
    assertThat(world.assess().desired().held())
        .extracting(held -> held.ref().kind() + " " + held.message())
        .contains("Job waits for postgresql", "Deployment waits for postgresql");

    ends(world, "postgresql-setup-", "Complete");
    world.converge();
    String job = jobs(world, "user-migrate-").getFirst();
    assertThat(names(world)).doesNotContain("Deployment/user-blue");
    assertThat(world.assess().desired().held())
        .extracting(held -> held.ref().id() + " " + held.message())
        .contains("Deployment/user-blue waits for Job/" + job);

    ends(world, "user-migrate-", "Failed");
    world.converge();
    assertThat(names(world)).doesNotContain("Deployment/user-blue");

    ends(world, "user-migrate-", "Complete");
    world.converge();
    assertThat(names(world)).contains("Deployment/user-blue", "HorizontalPodAutoscaler/user-blue");
    assertThat(world.assess().plan().isEmpty()).isTrue();
  }

  @Test
  void anotherVersionIsAnotherJobAndThePodsOfTheFirstStay() {
    World world = new World(SHOP.formatted("1.0.0", "Job"));
    world.converge();
    ends(world, "postgresql-setup-", "Complete");
    world.converge();
    ends(world, "user-migrate-", "Complete");
    world.converge();
    String first = jobs(world, "user-migrate-").getFirst();

    World next = world.wanting(SHOP.formatted("2.0.0", "Job"));
    next.converge();

    assertThat(jobs(next, "user-migrate-")).hasSize(1).doesNotContain(first);
    assertThat(image(next)).endsWith(":v1.0.0");
    ends(next, "user-migrate-", "Complete");
    next.converge();
    assertThat(image(next)).endsWith(":v2.0.0");
  }

  @Test
  void theEndOfTheJobDuringAPassIsNotTheEndOfTheRollout() {
    World world = new World(SHOP.formatted("1.0.0", "Job"));
    world.converge();
    ends(world, "postgresql-setup-", "Complete");
    world.converge();
    ends(world, "user-migrate-", "Complete");
    world.converge();
    World next = world.wanting(SHOP.formatted("2.0.0", "Job"));
    next.converge();

    Assessment before = next.assess();
    ends(next, "user-migrate-", "Complete");

    assertThat(said(next, before)).contains("is finished; new pods come now");
    next.converge();
    assertThat(said(next, next.assess())).doesNotContain("is finished");
  }

  private static String said(World world, Assessment assessment) {
    return StatusComposer.compose(world.input(assessment)).conditions().toString();
  }

  @Test
  void whoMigratesAtTheStartWaitsForNothing() {
    World world = new World(SHOP.formatted("1.0.0", "Startup"));
    world.converge();
    assertThat(names(world)).contains("Deployment/user-blue");
    assertThat(jobs(world, "user-migrate-")).isEmpty();
  }

  private static String image(World world) {
    ObjectRef ref = new ObjectRef("apps/v1", "Deployment", "shop", "user-blue");
    return world.objects().get(ref).at("/spec/template/spec/containers/0/image").asText();
  }

  private static Set<String> names(World world) {
    return world.objects().keySet().stream().map(ObjectRef::id).collect(Collectors.toSet());
  }

  private static List<String> jobs(World world, String prefix) {
    return world.objects().keySet().stream()
        .filter(ref -> ref.kind().equals("Job") && ref.name().startsWith(prefix))
        .map(ObjectRef::name)
        .toList();
  }

  private static void ends(World world, String prefix, String condition) {
    List<String> names = jobs(world, prefix);
    assertThat(names).hasSize(1);
    ObjectRef ref = new ObjectRef("batch/v1", "Job", "shop", names.getFirst());
    ObjectNode job = world.objects().get(ref).json();
    job.set(
        "status",
        Json.tree(Map.of("conditions", List.of(Map.of("type", condition, "status", "True")))));
  }
}
