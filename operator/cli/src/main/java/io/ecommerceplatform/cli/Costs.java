package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.cli.plan.Assessing;
import io.ecommerceplatform.cost.Estimate;
import io.ecommerceplatform.cost.Estimator;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.pass.Assessment;
import java.time.Instant;
import java.util.Optional;

/** Estimates of resources, which need nothing of a cluster. */
final class Costs {
  private Costs() {}

  static Optional<Estimate> of(JsonNode resource, OperatorSettings settings, Instant now) {
    return of(
        Assessing.of(
            resource, settings, AssumedCluster.of(resource, settings.ingressClass()), now));
  }

  static Optional<Estimate> of(Assessment assessment) {
    return Estimator.bundled().of(assessment.platform(), assessment.desired().items());
  }
}
