package io.ecommerceplatform.operator.health;

import io.javaoperatorsdk.operator.Operator;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive only when a restart would help: a deadlock, or a start that never ended. */
@Liveness
@Singleton
public final class PassLiveness implements HealthCheck {
  private final Operator operator;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  PassLiveness(Operator operator) {
    this.operator = operator;
  }

  @Override
  public HealthCheckResponse call() {
    boolean deadlocked = threads.findDeadlockedThreads() != null;
    return HealthCheckResponse.named("passes")
        .withData("started", operator.getRuntimeInfo().isStarted())
        .withData("deadlocked", deadlocked)
        .status(!deadlocked)
        .build();
  }
}
