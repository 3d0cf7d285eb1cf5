package io.ecommerceplatform.operator.client;

import io.ecommerceplatform.operator.config.OperatorConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Takes the place of the extension's own client, whose watches may stay silent for twelve minutes
 * before anybody asks whether the other side is still there.
 */
final class ClientSetup {

  @Produces
  @Singleton
  KubernetesClient client(
      Config config, KubernetesSerialization serialization, Vertx vertx, OperatorConfig settings) {
    ShortWatches watches = new ShortWatches(settings.watchTimeout());
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withKubernetesSerialization(serialization)
        .withHttpClientFactory(new DeadConnections(vertx, watches.longestSilence()))
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor(ShortWatches.class.getSimpleName(), watches))
        .build();
  }

  void close(@Disposes KubernetesClient client) {
    client.close();
  }
}
