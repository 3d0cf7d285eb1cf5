package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.plane.ControlPlane;
import io.ecommerceplatform.localplane.plane.PlaneHome;
import io.ecommerceplatform.localplane.plane.PlaneOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the planes of test JVMs live: one folder per process, so that a killed one is found. */
record TestPlaneFolder(Path parent) {

  /** Beside the state of {@code make up} in the repository, else in the module's target. */
  static TestPlaneFolder of(Path workingFolder) {
    for (var folder = workingFolder.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return new TestPlaneFolder(folder.resolve(".run").resolve("test-planes"));
      }
    }
    return new TestPlaneFolder(workingFolder.resolve("target").resolve("test-planes"));
  }

  /** The folder of this JVM, marked as its own. */
  PlaneHome claim() throws IOException {
    return claim("");
  }

  /** One more folder of this JVM, for a plane that is not shared. */
  PlaneHome claim(String suffix) throws IOException {
    var owner = PlaneOwner.thisProcess();
    var home = new PlaneHome(parent.resolve(owner.pid() + suffix));
    Folders.delete(home.root());
    owner.mark(home);
    return home;
  }

  /** Stops the planes of JVMs that were killed before they could do it themselves. */
  void removeStale() throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    List<Path> folders;
    try (var list = Files.list(parent)) {
      folders = list.filter(Files::isDirectory).toList();
    }
    for (var folder : folders) {
      var home = new PlaneHome(folder);
      if (!PlaneOwner.alive(home)) {
        new ControlPlane(home).stop();
        Folders.delete(folder);
      }
    }
  }
}
