package io.ecommerceplatform.operator.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.ecommerceplatform.operator.process.Await;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for metrics-server: every container uses as much CPU as the test says. The API server
 * reaches it through an ExternalName Service; it has to be taken away again, as a dead one keeps
 * namespaces from being deleted.
 */
final class MetricsStub implements AutoCloseable {
  private static final String API = "/apis/metrics.k8s.io/v1beta1";
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String NAME = "v1beta1.metrics.k8s.io";

  private final KubernetesClient admin;
  private final HttpsServer server;
  private volatile String cpu = "0";

  private MetricsStub(KubernetesClient admin, HttpsServer server) {
    this.admin = admin;
    this.server = server;
  }

  /** Serves metrics for all namespaces; the Service that names it is in the given one. */
  static MetricsStub start(KubernetesClient admin, String namespace, Path folder)
      throws IOException, InterruptedException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate(folder)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    MetricsStub stub = new MetricsStub(admin, server);
    server.createContext("/", stub::answer);
    server.start();
    stub.register(namespace);
    return stub;
  }

  /** From now on each container uses so much. */
  void uses(String quantity) {
    cpu = quantity;
  }

  private void register(String namespace) {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: metrics, namespace: %1$s}
        spec: {type: ExternalName, externalName: localhost}
        ---
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: %2$s}
        spec:
          group: metrics.k8s.io
          version: v1beta1
          service: {name: metrics, namespace: %1$s, port: %3$d}
          insecureSkipTLSVerify: true
          groupPriorityMinimum: 100
          versionPriority: 100
        """
            .formatted(namespace, NAME, server.getAddress().getPort());
    admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).create();
    Await.until("metrics are served", () -> condition().equals("True"), this::condition);
  }

  private String condition() {
    APIService service = admin.apiServices().withName(NAME).get();
    if (service == null || service.getStatus() == null) {
      return "no status";
    }
    return service.getStatus().getConditions().stream()
        .filter(c -> c.getType().equals("Available"))
        .map(c -> c.getStatus().equals("True") ? "True" : c.getMessage())
        .findFirst()
        .orElse("unknown");
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String body = uri.getPath().endsWith("/pods") ? metrics(uri) : discovery();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String discovery() {
    return """
    {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "metrics.k8s.io/v1beta1",
     "resources": [{"name": "pods", "singularName": "", "namespaced": true,
                    "kind": "PodMetrics", "verbs": ["get", "list"]}]}\
    """;
  }

  private String metrics(URI uri) {
    String namespace = uri.getPath().substring(API.length()).split("/")[2];
    List<Pod> pods =
        admin.pods().inNamespace(namespace).withLabelSelector(selector(uri)).list().getItems();
    return """
    {"kind": "PodMetricsList", "apiVersion": "metrics.k8s.io/v1beta1", "metadata": {},
     "items": [%s]}\
    """
        .formatted(pods.stream().map(this::metrics).collect(Collectors.joining(", ")));
  }

  private String metrics(Pod pod) {
    String containers =
        pod.getSpec().getContainers().stream()
            .map(
                c -> "{\"name\": \"%s\", \"usage\": {\"cpu\": \"%s\"}}".formatted(c.getName(), cpu))
            .collect(Collectors.joining(", "));
    return """
    {"metadata": {"name": "%s", "namespace": "%s"}, "timestamp": "%s", "window": "10s",
     "containers": [%s]}\
    """
        .formatted(
            pod.getMetadata().getName(),
            pod.getMetadata().getNamespace(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            containers);
  }

  private static String selector(URI uri) {
    for (String parameter : String.valueOf(uri.getRawQuery()).split("&")) {
      if (parameter.startsWith("labelSelector=")) {
        return URLDecoder.decode(
            parameter.substring("labelSelector=".length()), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  // the one thing that no class of the JDK makes
  private static SSLContext certificate(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("metrics.p12");
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "-genkeypair -alias metrics -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass %s";
    List<String> command =
        new ArrayList<>(List.of(arguments.formatted(String.valueOf(PASSWORD)).split(" ")));
    command.addFirst(tool.toString());
    command.addAll(List.of("-keystore", file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + printed);
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate that keytool made cannot be used", e);
    }
  }

  @Override
  public void close() {
    admin.apiServices().withName(NAME).delete();
    Await.until(
        "the APIService is gone",
        () -> admin.apiServices().withName(NAME).get() == null,
        this::condition);
    server.stop(0);
  }
}
