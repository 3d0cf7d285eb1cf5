package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeManifestsTest {

  @Test
  void nodesAreSpreadOverTheZonesInTurn() {
    var options =
        new PlaneOptions(
            3,
            "eu-west-1",
            List.of("a1", "b1"),
            Duration.ofMillis(1),
            false,
            Optional.empty(),
            false);

    assertThat(new NodeManifests(options).yaml().split("---\n"))
        .satisfiesExactly(
            node -> assertThat(node).contains("name: node-0", "zone: a1", "10.244.0.0/24"),
            node -> assertThat(node).contains("name: node-1", "zone: b1", "10.244.1.0/24"),
            node -> assertThat(node).contains("name: node-2", "zone: a1", "10.244.2.0/24"));
  }
}
