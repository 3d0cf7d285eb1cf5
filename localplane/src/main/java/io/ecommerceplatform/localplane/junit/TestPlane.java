package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.plane.ControlPlane;
import io.ecommerceplatform.localplane.plane.PlaneHome;
import io.ecommerceplatform.localplane.plane.PlaneOptions;
import io.ecommerceplatform.localplane.toolchain.ToolchainFinder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The plane that all tests of this JVM share: its own, or one that was given. */
record TestPlane(Kubeconfig kubeconfig, KubernetesClient client, PlaneHome home)
    implements AutoCloseable {

  static TestPlane open(Settings settings, Path workingFolder) throws IOException {
    var folder = TestPlaneFolder.of(workingFolder);
    folder.removeStale();
    var home = folder.claim();
    var given = given(settings);
    if (given.isEmpty()) {
      new ControlPlane(home)
          .start(
              new ToolchainFinder(settings, System.err::println).find(),
              PlaneOptions.defaults().withAudit(true),
              line -> {});
    }
    var kubeconfig =
        new Kubeconfig(given.orElseGet(home::kubeconfig), home.root().resolve("kubeconfigs"));
    return new TestPlane(kubeconfig, kubeconfig.client(), home);
  }

  /** The audit log; a plane that was given has none that could be found. */
  AuditLog audit() {
    Path log = home.log("audit.jsonl");
    if (!Files.exists(log)) {
      throw new IllegalStateException(
          "tests that count requests need a plane of their own: unset ECP_TEST_KUBECONFIG and PLANE");
    }
    return new AuditLog(log);
  }

  private static Optional<Path> given(Settings settings) {
    if (settings.testKubeconfig().isPresent()) {
      return settings.testKubeconfig();
    }
    return settings.existingCluster()
        ? Optional.of(settings.existingKubeconfig())
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    client.close();
    new ControlPlane(home).stop();
    Folders.delete(home.root());
  }
}
