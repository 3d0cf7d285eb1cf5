package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks an API server for {@code /readyz}, trusting the plane's own authority only. */
record ReadyProbe(String server, Path authority) {
  private static final int TIMEOUT_MS = 2000;

  boolean ready() {
    if (!Files.exists(authority)) {
      return false;
    }
    try {
      var connection = (HttpsURLConnection) URI.create(server + "/readyz").toURL().openConnection();
      connection.setSSLSocketFactory(trust().getSocketFactory());
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      var status = connection.getResponseCode();
      drain(connection, status);
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private static void drain(HttpsURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in != null) {
        in.readAllBytes();
      }
    }
    connection.disconnect();
  }

  private SSLContext trust() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
