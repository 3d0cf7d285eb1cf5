package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a shell sources to reach the plane. */
record EnvFile(PlaneHome home, String region) {
  /** An access key of twelve digits is the number of the emulator's account. */
  static final String ACCOUNT = "123456789012";

  void write() throws IOException {
    Files.writeString(home.env(), text());
  }

  String text() {
    return """
    export KUBECONFIG=%s
    case ":$PATH:" in *:%s:*) ;; *) export PATH=%s:"$PATH" ;; esac
    """
            .formatted(quoted(home.kubeconfig()), quoted(home.bin()), quoted(home.bin()))
        + (Emulator.recorded(home) ? aws() : "");
  }

  private String aws() {
    return """
    export AWS_ENDPOINT_URL=%s AWS_REGION=%s AWS_DEFAULT_REGION=%s
    export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=local AWS_EC2_METADATA_DISABLED=true
    """
        .formatted(Emulator.endpoint(home), region, region, ACCOUNT);
  }

  /** A folder may have a blank or a quote in its name. */
  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
