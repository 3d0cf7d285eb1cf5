package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that can be done to a platform, interrupted at each of its writes and at three points
 * of each: the world ends as if nothing had happened, and nothing is made or deleted twice.
 */
class KillPointTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "%s"
        domain: {host: shop.example.com}
        services: [%s]
      """;
  private static final String BOTH = SHOP.formatted("1.0.0", "{name: user}, {name: web}");
  private static final String NEWER = SHOP.formatted("1.1.0", "{name: user}, {name: web}");
  private static final String WIDER =
      SHOP.formatted(
          "1.0.0", "{name: user}, {name: web, scaling: {minReplicas: 2, maxReplicas: 4}}");
  private static final String LARGER = BOTH + "  kafka: {storage: 20Gi}\n";
  private static final String FEWER = SHOP.formatted("1.0.0", "{name: web}");

  @TestFactory
  Stream<DynamicTest> anyInterruptionEndsInTheSameWorld() {
    World shop = new World(BOTH).converge();
    return Stream.of(
        story("create", () -> new World(BOTH), World::converge),
        story("update", () -> shop.wanting(NEWER), World::converge),
        story("scale", () -> shop.wanting(WIDER), World::converge),
        story("grow", () -> shop.wanting(LARGER), World::converge),
        story("prune", () -> shop.wanting(FEWER), World::converge),
        story("delete", () -> shop.wanting(BOTH), World::dismantle));
  }

  private static DynamicTest story(
      String name, Supplier<World> begin, UnaryOperator<World> action) {
    return DynamicTest.dynamicTest(name, () -> interrupted(begin, action));
  }

  private static void interrupted(Supplier<World> begin, UnaryOperator<World> action) {
    World reference = action.apply(begin.get());
    assertThat(reference.writes()).isGreaterThan(1);
    assertThat(reference.changes()).doesNotHaveDuplicates();
    for (int write = 1; write <= reference.writes(); write++) {
      for (KillPoint point : KillPoint.values()) {
        Interruption interruption = new Interruption(write, point);
        World world = action.apply(begin.get().with(interruption));
        assertThat(world.content()).as("%s", interruption).isEqualTo(reference.content());
        assertThat(world.changes()).as("%s", interruption).isEqualTo(reference.changes());
      }
    }
  }
}
