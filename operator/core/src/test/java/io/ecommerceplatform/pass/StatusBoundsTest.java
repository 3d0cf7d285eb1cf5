package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.status.StatusComposer;
import io.fabric8.kubernetes.api.model.Condition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A status that the schema refuses stops a platform for good, so the longest one has to fit. */
class StatusBoundsTest {
  private static final int SERVICES = 40;
  private static final int LONGEST_MESSAGE = 4_096; // in the schema of a condition
  private static final int MOST_BYTES = 32 * 1024;
  private static final List<ConditionType> PARTS =
      List.of(ConditionType.WorkloadsReady, ConditionType.DataReady);

  @Test
  void theFirstStatusOfFortyServicesWithTheLongestNamesFits() {
    World world = new World(platform());
    world.converge();

    fits(world.resource.getStatus());
  }

  @Test
  void soDoesOneWithMoreToSayThanThereIsRoom() {
    World world = new World(platform());
    world.converge();
    List<Finding> many =
        IntStream.range(0, 2 * SERVICES)
            .mapToObj(
                n ->
                    new Finding(
                        PARTS.get(n % 2),
                        Reason.PodsFailing,
                        "spec.services",
                        n + " why".repeat(100)))
            .toList();

    PlatformStatus status = StatusComposer.compose(world.input(world.assess()).with(many));

    assertThat(status.conditions())
        .filteredOn(c -> c.getType().equals("DataReady"))
        .extracting(Condition::getMessage)
        .allMatch(message -> message.endsWith("…"));
    fits(status);
  }

  private static void fits(PlatformStatus status) {
    assertThat(status.conditions())
        .allMatch(condition -> condition.getMessage().length() <= LONGEST_MESSAGE);
    byte[] bytes = Json.tree(status).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isLessThan(MOST_BYTES);
  }

  private static String platform() {
    String services =
        IntStream.rangeClosed(1, SERVICES)
            .mapToObj(n -> "  - {name: %s, component: web}%n".formatted(name("s%02d", n)))
            .collect(Collectors.joining());
    return """
        metadata: {name: shop}
        spec:
          profile: Economy
          version: "1.0.0"
          domain: {host: shop.example.com}
          services:
        %s"""
        .formatted(services);
  }

  private static String name(String start, int number) {
    String begin = start.formatted(number) + "-";
    return begin + "x".repeat(57 - begin.length());
  }
}
