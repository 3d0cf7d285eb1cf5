package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole platforms on a real API server, in a namespace that enforces PodSecurity restricted. */
@LocalPlane
class ServicesApiTest {
  private static final String MANAGER = "ecommerce-platform-operator";
  private static final int DEADLINE_SECONDS = 60;

  private KubernetesClient client;
  private String namespace;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../samples/minimal.yaml",
        "src/test/resources/golden/one-service/in-platform.yaml",
        "src/test/resources/golden/foreign-service/in-platform.yaml",
        "src/test/resources/golden/production-in-cluster/in-platform.yaml"
      })
  void isAdmittedAndNeedsNoSecondWrite(
      String file, KubernetesClient plane, TestNamespace testNamespace) throws IOException {
    client = plane;
    namespace = testNamespace.name();
    enforceRestricted();
    Compiled compiled = Compiled.of(Resolved.in(namespace, Files.readString(Path.of(file))));
    List<Manifest> objects = served(compiled);
    objects.forEach(this::apply);
    objects.stream().filter(o -> o.ref().kind().equals("Deployment")).forEach(this::awaitPods);

    Plan second = plan(compiled);
    assertThat(second.actions()).as("a second pass writes nothing").isEmpty();
  }

  /**
   * Without what the plane has no definition of; MonitoringApiTest installs those and applies it.
   */
  private static List<Manifest> served(Compiled compiled) {
    return compiled.desired().objects().stream()
        .filter(manifest -> !ManagedKind.of(manifest.ref()).isOptional())
        .toList();
  }

  private void enforceRestricted() {
    client
        .namespaces()
        .withName(namespace)
        .edit(
            n -> {
              n.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "restricted");
              return n;
            });
  }

  private void apply(Manifest manifest) {
    client
        .resource(Json.typed(manifest.json(), GenericKubernetesResource.class))
        .fieldManager(MANAGER)
        .forceConflicts()
        .serverSideApply();
  }

  /** A pod that admission refused would never be counted. */
  private void awaitPods(Manifest deployment) {
    resource(deployment)
        .waitUntilCondition(
            live -> live != null && Json.tree(live).at("/status/replicas").asInt() > 0,
            DEADLINE_SECONDS,
            TimeUnit.SECONDS);
  }

  private Plan plan(Compiled compiled) {
    List<LiveObject> live =
        served(compiled).stream().map(m -> new LiveObject(Json.tree(resource(m).get()))).toList();
    Desired objects = Desired.ofCluster(served(compiled), List.of(), List.of());
    return new Diff(compiled.platform().owner(), MANAGER)
        .plan(objects, Observed.of(live, List.of(), Resolved.CLUSTER));
  }

  private Resource<GenericKubernetesResource> resource(Manifest manifest) {
    return client
        .genericKubernetesResources(manifest.ref().apiVersion(), manifest.ref().kind())
        .inNamespace(namespace)
        .withName(manifest.ref().name());
  }
}
