package io.ecommerceplatform.localplane.plane;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Renders kubeconfig files. */
public final class KubeconfigText {
  private KubeconfigText() {}

  static String withCertificate(String server, String authorityPem, Identity user) {
    return text(
        server,
        base64(authorityPem),
        """
        client-certificate-data: %s
            client-key-data: %s\
        """
            .formatted(base64(user.certificatePem()), base64(user.keyPem())));
  }

  /**
   * A kubeconfig for a bearer token.
   *
   * @param authorityData the certificate of the API server's authority, PEM in base64
   */
  public static String withToken(String server, String authorityData, String token) {
    return text(server, authorityData, "token: " + token);
  }

  private static String text(String server, String authorityData, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: localplane
    clusters:
    - name: localplane
      cluster:
        server: %s
        certificate-authority-data: %s
    users:
    - name: user
      user:
        %s
    contexts:
    - name: localplane
      context:
        cluster: localplane
        user: user
    """
        .formatted(server, authorityData, user);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
