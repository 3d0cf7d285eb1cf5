package io.ecommerceplatform.operator.health;

import io.ecommerceplatform.operator.leadership.Leadership;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as leader or as stand-by, but not before it is known which. */
@Readiness
@Singleton
public final class ElectionReadiness implements HealthCheck {
  private final Leadership leadership;

  ElectionReadiness(Leadership leadership) {
    this.leadership = leadership;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("leader election")
        .withData("leader", leadership.leader())
        .withData("leading", leadership.isLeader())
        .status(leadership.isKnown())
        .build();
  }
}
