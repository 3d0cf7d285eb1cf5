package io.ecommerceplatform.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.resource.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan for an empty cluster shows everything that there will be. */
class AssessingTest {
  private static final OperatorSettings SETTINGS =
      new OperatorSettings("default", "registry.example.com/shop", "", "1.0.0", "alb", "velero");

  @ParameterizedTest
  @ValueSource(strings = {"StatefulSet", "Strimzi"})
  void countsCredentialsThatComeLaterAsMade(String provider) {
    JsonNode resource =
        Json.tree(
            Map.of(
                "metadata",
                Map.of("name", "shop", "namespace", "shop"),
                "spec",
                Map.of(
                    "profile",
                    "Economy",
                    "kafka",
                    Map.of("provider", provider),
                    "services",
                    List.of(Map.of("name", "user")))));

    Assessment whole =
        Assessing.of(resource, SETTINGS, AssumedCluster.of(resource, "alb"), Instant.EPOCH);

    assertThat(whole.desired().held()).noneMatch(held -> held.message().contains("Secret"));
    assertThat(whole.desired().objects())
        .anyMatch(object -> object.ref().id().equals("Deployment/user-blue"));
  }
}
