package io.ecommerceplatform.operator.client;

import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;

/**
 * Ends a connection that owes an answer or an event and brings nothing: a peer that vanished
 * without a word looks exactly like one that has nothing to say.
 */
final class DeadConnections extends VertxHttpClientFactory {
  private final Duration longestSilence;

  DeadConnections(Vertx vertx, Duration longestSilence) {
    super(vertx);
    this.longestSilence = longestSilence;
  }

  @Override
  protected void additionalConfig(WebClientOptions options) {
    options.setReadIdleTimeout(Math.toIntExact(longestSilence.toSeconds()));
  }
}
