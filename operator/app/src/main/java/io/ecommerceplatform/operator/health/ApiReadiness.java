package io.ecommerceplatform.operator.health;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Asks the API server whenever somebody asks us: caches alone stay green on a dead connection. */
@Readiness
@Singleton
public final class ApiReadiness implements HealthCheck {
  private static final long PATIENCE_SECONDS = 2;

  private final KubernetesClient client;

  ApiReadiness(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("API server");
    try {
      CompletableFuture.runAsync(() -> client.raw("/readyz"))
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
      return response.up().build();
    } catch (CompletionException | KubernetesClientException e) {
      String message = String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause());
      return response.down().withData("error", message).build();
    }
  }
}
