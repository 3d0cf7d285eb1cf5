package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The setup of logs against a server that keeps the few rules of OpenSearch that it meets. */
class OpenSearchSetupTest {
  private static final String POLICY = "/_plugins/_ism/policies/logs-shop";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final List<String> writes = new ArrayList<>();
  private final Set<String> indices = new TreeSet<>();
  private String policy = "";
  private int version;
  private boolean alias;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void makesPolicyTemplateAndTheFirstIndexBehindItsAlias() throws Exception {
    assertThat(run("9")).isZero();

    assertThat(policy).contains("\"min_rollover_age\": \"9d\"");
    assertThat(indices).containsExactly("logs-shop-000001");
    assertThat(alias).isTrue();
    assertThat(writes).contains("PUT /_index_template/logs-shop");
  }

  @Test
  void runsAgainWithAnotherRetentionOverThePolicyThatIsThere() throws Exception {
    assertThat(run("9")).isZero();
    writes.clear();

    assertThat(run("30")).isZero();

    assertThat(policy).contains("\"min_rollover_age\": \"30d\"");
    assertThat(writes)
        .containsExactly(
            "PUT " + POLICY,
            "PUT /_index_template/logs-shop",
            "POST /_plugins/_ism/change_policy/logs-shop-*");
  }

  @Test
  void movesWhatCameBeforeTheAlias() throws Exception {
    indices.add("logs-shop");

    assertThat(run("9")).isZero();

    assertThat(writes).contains("POST /_reindex", "POST /_aliases");
    assertThat(indices).containsExactly("logs-shop-000001");
  }

  private int run(String days) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(StoreSetup.command("opensearch-setup.sh", "sh", "-ec"));
    builder.environment().put("URL", "http://127.0.0.1:" + server.getAddress().getPort());
    builder.environment().put("LOGS", "logs-shop");
    builder.environment().put("RETENTION_DAYS", days);
    builder.environment().put("REPLICAS", "0");
    return builder.redirectErrorStream(true).inheritIO().start().waitFor();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      writes.add(method + " " + path);
    }
    int code = path.equals(POLICY) ? policy(exchange, method, body) : other(method, path, body);
    boolean tells = path.equals(POLICY) && method.equals("GET") && code == 200;
    byte[] text =
        tells
            ? "{\"_seq_no\":%d,\"_primary_term\":1}"
                .formatted(version)
                .getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    exchange.sendResponseHeaders(code, text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private int policy(HttpExchange exchange, String method, String body) {
    if (method.equals("GET")) {
      return policy.isEmpty() ? NOT_FOUND : 200;
    }
    String seen = "if_seq_no=" + version + "&if_primary_term=1";
    if (!policy.isEmpty() && !seen.equals(exchange.getRequestURI().getQuery())) {
      return CONFLICT;
    }
    policy = body;
    version++;
    return 200;
  }

  private int other(String method, String path, String body) {
    String name = path.substring(1);
    if (path.startsWith("/_alias/")) {
      return alias ? 200 : NOT_FOUND;
    }
    if (path.equals("/_aliases")) {
      alias = body.contains("is_write_index");
      if (body.contains("remove_index")) {
        indices.remove("logs-shop");
      }
      return indices.contains("logs-shop") ? CONFLICT : 200; // an alias cannot have its name
    }
    if (name.startsWith("_")) {
      return 200;
    }
    if (method.equals("PUT")) {
      return indices.add(name) ? 200 : CONFLICT;
    }
    return indices.contains(name) ? 200 : NOT_FOUND;
  }
}
