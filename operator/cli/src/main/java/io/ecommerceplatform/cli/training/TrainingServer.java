package io.ecommerceplatform.cli.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers every request with one platform, over TLS as a real API server does. */
final class TrainingServer implements AutoCloseable {
  private static final String ALIAS = "training";

  private final HttpsServer server;
  private final KeyStore identity;
  private final byte[] platform;

  private TrainingServer(HttpsServer server, KeyStore identity, byte[] platform) {
    this.server = server;
    this.identity = identity;
    this.platform = platform;
  }

  static TrainingServer start(Path keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore identity = load(keyStore, password);
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls(identity, password)));
    TrainingServer training = new TrainingServer(https, identity, resource());
    https.createContext("/", training::answer);
    https.start();
    return training;
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, platform.length);
    exchange.getResponseBody().write(platform);
    exchange.close();
  }

  /** The server's certificate, which signed itself, as kubeconfigs carry it. */
  String certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", identity.getCertificate(ALIAS).getEncoded());
  }

  String key(char[] password) throws GeneralSecurityException {
    return pem("PRIVATE KEY", identity.getKey(ALIAS, password).getEncoded());
  }

  private static String pem(String kind, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    String text = "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static KeyStore load(Path keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password);
    }
    return store;
  }

  private static SSLContext tls(KeyStore store, char[] password) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static byte[] resource() throws IOException {
    try (InputStream in = TrainingServer.class.getResourceAsStream("/training/platform.json")) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
