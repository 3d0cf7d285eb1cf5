package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.plane.ControlPlane;
import io.ecommerceplatform.localplane.plane.PlaneHome;
import io.ecommerceplatform.localplane.plane.PlaneOptions;
import io.ecommerceplatform.localplane.toolchain.ToolchainFinder;
import java.io.IOException;
import java.nio.file.Path;

/** A plane of one test alone, which may take it apart without hurting any other one. */
public final class PrivatePlane implements AutoCloseable {
  private final PlaneHome home;
  private final ControlPlane plane;

  private PrivatePlane(PlaneHome home) {
    this.home = home;
    plane = new ControlPlane(home);
  }

  /** Starts one; it takes some ten seconds. */
  public static PrivatePlane start() throws IOException {
    var folder = TestPlaneFolder.of(Path.of("").toAbsolutePath());
    var own = new PrivatePlane(folder.claim("-private"));
    var tools = new ToolchainFinder(Settings.ofThisProcess(), System.err::println).find();
    own.plane.start(tools, PlaneOptions.defaults(), line -> {});
    return own;
  }

  public Kubeconfig kubeconfig() {
    return new Kubeconfig(home.kubeconfig(), home.root().resolve("kubeconfigs"));
  }

  /** Kills the API server, as when its machine is lost; everything else lives on. */
  public void killApiServer() {
    plane.killApiServer();
  }

  /** Starts it again as it was, and returns when it is ready. */
  public void startApiServer() throws IOException {
    plane.startApiServer();
  }

  @Override
  public void close() throws IOException {
    plane.stop();
    Folders.delete(home.root());
  }
}
