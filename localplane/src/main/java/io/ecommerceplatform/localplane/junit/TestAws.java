package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.plane.AwsServer;
import io.ecommerceplatform.localplane.toolchain.PythonEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The AWS emulator that all tests of this JVM share. */
record TestAws(AwsServer server, URI endpoint, AtomicLong accounts) implements AutoCloseable {
  // twelve digits, none of which is an account that the emulator has by itself
  private static final long FIRST_ACCOUNT = 200_000_000_001L;

  static TestAws open(Settings settings, Path workingFolder) throws IOException {
    var python = new PythonEnvironment(settings, System.err::println).python();
    var folder = TestPlaneFolder.of(workingFolder);
    folder.removeStale();
    var server = new AwsServer(folder.claim("-aws"));
    return new TestAws(server, server.start(python), new AtomicLong(FIRST_ACCOUNT));
  }

  String freshAccount() {
    return Long.toString(accounts.getAndIncrement());
  }

  @Override
  public void close() throws IOException {
    server.close();
    Folders.delete(server.home().root());
  }
}
