package io.ecommerceplatform.localplane.plane;

import java.nio.file.Path;

/**
 * Where a plane keeps what: the whole of its state, so that removing the folder removes the plane.
 */
public record PlaneHome(Path root) {

  public PlaneHome {
    root = root.toAbsolutePath().normalize();
  }

  /** What a user sources and uses. */
  public Path kubeconfig() {
    return root.resolve("kubeconfig");
  }

  public Path env() {
    return root.resolve("env");
  }

  public Path bin() {
    return root.resolve("bin");
  }

  /** What belongs to the processes. */
  public Path plane() {
    return root.resolve("plane");
  }

  Path pki(String file) {
    return plane().resolve("pki").resolve(file);
  }

  public Path log(String file) {
    return plane().resolve("log").resolve(file);
  }

  Path pid(String component) {
    return plane().resolve("pid").resolve(component);
  }

  Path data(String name) {
    return plane().resolve(name);
  }
}
