package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A login that gets old is changed without a moment in which a pod has one that does not work. */
class RotationTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: user}]
        secrets: {rotationDays: %d}
      """;
  private static final Instant DUE = Instant.EPOCH.plus(Duration.ofDays(30));
  private static final String LOGIN = "postgresql-user-credentials";

  private static World shop(int days) {
    return new World(SHOP.formatted(days)).controlled().converge();
  }

  @Test
  void nothingHappensBeforeItsTime() {
    World world = shop(30);
    world.now = DUE.minusSeconds(1);

    assertThat(world.assess().plan().actions()).isEmpty();
  }

  @Test
  void theStoreLearnsTheNextLoginBeforeAnyPodDoes() {
    World world = shop(30);
    String pods = template(world);
    world.now = DUE;

    assertThat(world.assess().plan().actions())
        .extracting(Action::ref)
        .extracting(ObjectRef::id)
        .contains("Secret/" + LOGIN + "-next")
        .doesNotContain("Secret/" + LOGIN, "Deployment/user-blue");
    world.passes(2);
    assertThat(clients(world)).isEqualTo("user:user user:user_B");
    assertThat(template(world)).isEqualTo(pods);
    assertThat(world.assess().plan().actions())
        .extracting(action -> action.operation() + " " + action.ref().id())
        .contains("ROTATE Secret/" + LOGIN);

    world.converge();

    assertThat(secret(world, LOGIN).labels()).containsEntry("ecommerceplatform.io/rotation", "1");
    assertThat(secret(world, LOGIN).annotations())
        .containsEntry("ecommerceplatform.io/rotated-at", DUE.toString());
    assertThat(world.objects()).doesNotContainKey(ref(LOGIN + "-next"));
    assertThat(clients(world)).isEqualTo("user:user_B");
    assertThat(template(world)).as("pods of the new login").isNotEqualTo(pods);
  }

  @Test
  void twoUsersTakeTurns() {
    World world = shop(30);
    world.now = DUE;
    world.converge();
    world.now = DUE.plus(Duration.ofDays(30));

    world.passes(2);
    assertThat(clients(world)).isEqualTo("user:user_B user:user");

    world.converge();
    assertThat(clients(world)).isEqualTo("user:user");
    assertThat(secret(world, LOGIN).labels()).containsEntry("ecommerceplatform.io/rotation", "2");
  }

  @Test
  void aUserMayAskForItOnce() {
    World world = shop(30);
    annotate(world, "ecommerceplatform.io/rotate", "leaked");

    world.converge();

    assertThat(secret(world, LOGIN).labels()).containsEntry("ecommerceplatform.io/rotation", "1");
    assertThat(secret(world, LOGIN).annotations())
        .containsEntry("ecommerceplatform.io/rotated-for", "leaked");
    assertThat(world.assess().plan().actions()).isEmpty();
  }

  @Test
  void podsWithTheLoginBeforeAreWaitedFor() {
    World world = shop(30);
    ObjectRef deployment = new ObjectRef("apps/v1", "Deployment", "shop", "user-blue");
    ObjectNode rolling = world.objects().get(deployment).json().deepCopy();
    rolling.withObject("/status").put("updatedReplicas", 0);
    world.objects().put(deployment, new LiveObject(rolling));
    world.now = DUE;

    assertThat(world.assess().plan().actions()).isEmpty();
  }

  @Test
  void clientsKeepTheirLoginWhileTheStoreDoesNotKnowTheNext() {
    World world = new World(SHOP.formatted(30)).converge(); // no Job ever ends in it
    world.now = DUE;

    world.converge();

    assertThat(world.objects()).containsKey(ref(LOGIN + "-next"));
    assertThat(secret(world, LOGIN).labels()).doesNotContainKey("ecommerceplatform.io/rotation");
  }

  @ParameterizedTest
  @EnumSource(KillPoint.class)
  void anInterruptionChangesNothingOfTheEnd(KillPoint point) {
    World calm = shop(30);
    calm.now = DUE;
    Map<ObjectRef, ObjectNode> end = calm.converge().content();

    for (int write = 1; write <= 10; write++) {
      World world = shop(30);
      world.now = DUE;
      world.with(new Interruption(world.writes() + write, point)).converge();

      assertThat(world.content()).as("%s at write %d", point, write).isEqualTo(end);
    }
  }

  private static void annotate(World world, String key, String value) {
    ObjectNode json = secret(world, LOGIN).json().deepCopy();
    json.withObject("/metadata/annotations").put(key, value);
    world.objects().put(ref(LOGIN), new LiveObject(json));
  }

  private static LiveObject secret(World world, String name) {
    return world.objects().get(ref(name));
  }

  private static ObjectRef ref(String name) {
    return new ObjectRef("v1", "Secret", "shop", name);
  }

  private static String clients(World world) {
    List<JsonNode> found =
        world.objects().values().stream()
            .filter(live -> live.ref().name().startsWith("postgresql-setup-"))
            .flatMap(live -> live.at("/spec/template/spec/containers/0/env").valueStream())
            .filter(variable -> variable.path("name").asText().equals("CLIENTS"))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst().path("value").asText();
  }

  private static String template(World world) {
    return world
        .objects()
        .get(new ObjectRef("apps/v1", "Deployment", "shop", "user-blue"))
        .at("/spec/template/metadata/annotations")
        .toString();
  }
}
