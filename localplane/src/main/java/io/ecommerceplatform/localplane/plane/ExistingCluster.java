package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cluster that somebody else runs: its kubeconfig is copied, nothing is started or stopped. */
public record ExistingCluster(PlaneHome home, Path kubeconfig) {

  public void attach() {
    if (Files.exists(home.plane())) {
      throw new PlaneException(
          "PLANE=existing: a local plane is recorded in %s; stop it first: make down"
              .formatted(home.root()));
    }
    if (!Files.isReadable(kubeconfig)) {
      throw new PlaneException(
          "PLANE=existing: no kubeconfig at %s; type KUBECONFIG=<file> PLANE=existing make up"
              .formatted(kubeconfig));
    }
    try {
      Files.createDirectories(home.bin());
      if (!Files.exists(home.kubeconfig()) || !Files.isSameFile(kubeconfig, home.kubeconfig())) {
        Credentials.writeSecret(home.kubeconfig(), Files.readString(kubeconfig));
      }
      new EnvFile(home, PlaneOptions.defaults().region()).write();
    } catch (IOException e) {
      throw new PlaneException(
          "the kubeconfig cannot be copied to %s: %s".formatted(home.root(), e.getMessage()), e);
    }
  }
}
