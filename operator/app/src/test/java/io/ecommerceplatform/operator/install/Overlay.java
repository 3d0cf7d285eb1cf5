package io.ecommerceplatform.operator.install;

import io.ecommerceplatform.operator.process.Kubectl;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An overlay of deploy/kustomize as kubectl renders it, moved into namespaces of a test.
 *
 * @param yaml all objects
 */
record Overlay(String yaml) {
  private static final Path DEPLOY = Path.of(System.getProperty("repository.root"), "deploy");

  static Overlay render(String name) throws IOException, InterruptedException {
    return folder("kustomize/overlays/" + name);
  }

  /** Any folder below deploy. */
  static Overlay folder(String name) throws IOException, InterruptedException {
    Path output = Files.createTempFile("kustomize-", ".out");
    try {
      Process kubectl =
          new ProcessBuilder(Kubectl.binary(), "kustomize", DEPLOY.resolve(name).toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int code = kubectl.waitFor();
      String printed = Files.readString(output);
      if (code != 0) {
        throw new IllegalStateException("kubectl kustomize " + name + " failed: " + printed);
      }
      return new Overlay(printed);
    } finally {
      Files.delete(output);
    }
  }

  Overlay with(String what, String replacement) {
    return new Overlay(yaml.replace(what, replacement));
  }

  List<HasMetadata> objects(KubernetesClient client) {
    return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
  }

  <T extends HasMetadata> T only(Class<T> kind, KubernetesClient client) {
    List<T> found = objects(client).stream().filter(kind::isInstance).map(kind::cast).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " objects of " + kind.getSimpleName());
    }
    return found.getFirst();
  }

  void apply(KubernetesClient admin) {
    objects(admin).forEach(o -> admin.resource(o).forceConflicts().serverSideApply());
  }
}
