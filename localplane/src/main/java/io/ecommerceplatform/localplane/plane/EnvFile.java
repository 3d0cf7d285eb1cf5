package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a shell sources to reach the plane. */
record EnvFile(PlaneHome home) {

  void write() throws IOException {
    Files.writeString(home.env(), text());
  }

  String text() {
    return """
    export KUBECONFIG=%s
    case ":$PATH:" in *:%s:*) ;; *) export PATH=%s:"$PATH" ;; esac
    """
        .formatted(quoted(home.kubeconfig()), quoted(home.bin()), quoted(home.bin()));
  }

  /** A folder may have a blank or a quote in its name. */
  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
