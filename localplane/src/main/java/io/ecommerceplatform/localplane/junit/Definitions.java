package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Installs other people's own definitions on the plane, and takes away at the end of the test what
 * it installed. Definitions that a cluster has already are neither changed nor taken away.
 */
public final class Definitions implements AutoCloseable {
  private static final String LABEL = "localplane.ecommerceplatform.io/test";
  private static final int SECONDS = 30;
  private static final long POLL_NANOS = 20_000_000;

  private final KubernetesClient client;
  private final Supplier<Path> folder;

  /**
   * @param folder gives the folder of the generated files; asked when something is installed, as
   *     the first time takes a minute
   */
  Definitions(KubernetesClient client, Supplier<Path> folder) {
    this.client = client;
    this.folder = folder;
  }

  /** Returns when the API server serves the kinds. */
  public void install(ThirdParty... parties) {
    for (var party : parties) {
      for (var file : party.files()) {
        var definition =
            client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .load(folder.get().resolve(file).toFile())
                .item();
        if (named(definition.getMetadata().getName()).get() == null) {
          definition.getMetadata().setLabels(Map.of(LABEL, "true"));
          client.resource(definition).serverSideApply();
        }
        awaitServed(definition);
      }
    }
  }

  /** An established definition may answer 404 for a moment. */
  private void awaitServed(CustomResourceDefinition definition) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    var spec = definition.getSpec();
    var path =
        "/apis/%s/%s/%s"
            .formatted(
                spec.getGroup(),
                spec.getVersions().getFirst().getName(),
                spec.getNames().getPlural());
    while (client.raw(path) == null) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(path + " is not served after " + SECONDS + " s");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Returns when the kinds are gone, and with them all their objects. */
  public void uninstall(ThirdParty... parties) {
    for (var party : parties) {
      for (var plural : party.plurals()) {
        remove(plural + "." + party.group());
      }
    }
  }

  @Override
  public void close() {
    uninstall(ThirdParty.values());
  }

  private void remove(String name) {
    var found = named(name).get();
    if (found != null && isOurs(found)) {
      named(name).delete();
      named(name).waitUntilCondition(Objects::isNull, SECONDS, TimeUnit.SECONDS);
    }
  }

  private Resource<CustomResourceDefinition> named(String name) {
    return client.apiextensions().v1().customResourceDefinitions().withName(name);
  }

  private static boolean isOurs(CustomResourceDefinition definition) {
    var labels = definition.getMetadata().getLabels();
    return labels != null && labels.containsKey(LABEL);
  }
}
