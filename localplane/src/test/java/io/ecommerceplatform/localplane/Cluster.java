package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.fail;

import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What the tests of the plane do with a cluster: create from text, await with a deadline. */
record Cluster(KubernetesClient client, TestNamespace namespace) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  void create(String yaml) {
    var bytes = yaml.getBytes(StandardCharsets.UTF_8);
    client.load(new ByteArrayInputStream(bytes)).inNamespace(namespace.name()).create();
  }

  /** Returns the object as soon as the condition holds, else fails with what was last there. */
  <T extends HasMetadata> T await(Resource<T> resource, Predicate<T> condition) {
    try {
      return resource.waitUntilCondition(
          object -> object != null && condition.test(object),
          DEADLINE.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (KubernetesClientTimeoutException e) {
      return fail(
          "not within %d s; last seen:%n%s"
              .formatted(DEADLINE.toSeconds(), Serialization.asYaml(resource.get())),
          e);
    }
  }

  void awaitGone(Resource<? extends HasMetadata> resource) {
    resource.waitUntilCondition(
        object -> object == null, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  List<Pod> pods(String app) {
    return client.pods().inNamespace(namespace.name()).withLabel("app", app).list().getItems();
  }

  /** The only pod of an app, as soon as the condition holds for it. */
  Pod awaitPod(String app, Predicate<Pod> condition) {
    return client
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", app)
        .informOnCondition(pods -> pods.stream().anyMatch(condition))
        .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
        .join()
        .stream()
        .filter(condition)
        .findFirst()
        .orElseThrow();
  }

  static String deployment(String name, int replicas, String image, String podMetadata) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s}
    spec:
      replicas: %2$d
      progressDeadlineSeconds: 4
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}, %4$s}
        spec:
          containers: [{name: main, image: "%3$s", resources: {requests: {cpu: 100m}}}]
    """
        .formatted(name, replicas, image, podMetadata);
  }
}
