package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ForeignKinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerInsightsTest {
  private static final String SPEC =
      """
      profile: Economy
      aws: {identity: default, regions: [{name: eu-west-1}]}
      services: [{name: web}]
      observability: {containerInsights: %s}
      """;

  @Test
  void theAgentIsMissedByNameUntilItIsThere() {
    assertThat(missed("true", Set.of()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("spec.observability.containerInsights");
              assertThat(finding.message())
                  .contains("amazon-cloudwatch-observability", "helm install");
            });
    assertThat(missed("true", Set.of(ForeignKinds.CLOUDWATCH_AGENT))).isEmpty();
  }

  @Test
  void whoDoesNotAskMissesNothing() {
    assertThat(missed("false", Set.of())).isEmpty();
  }

  private static List<Finding> missed(String asked, Set<String> kinds) {
    ClusterFacts cluster = new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), kinds, Map.of());
    return Resolved.spec(SPEC.formatted(asked), cluster).findings().stream()
        .filter(finding -> finding.reason() == Reason.DefinitionMissing)
        .toList();
  }
}
