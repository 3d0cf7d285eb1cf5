package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ecommerceplatform.model.Engine;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the setup Job on a real server, through a rotation of a client's login. */
class PostgresSetupIT {
  @TempDir Path folder;

  @BeforeEach
  void needsAServer() throws IOException {
    assumeTrue(PostgresServer.isInstalled(), "needs PostgreSQL's initdb and pg_ctl");
  }

  @Test
  void bothUsersOfAClientWorkOnTheSameTables() throws IOException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      setUp(server, Map.of("CLIENTS", "price_list:price_list", "PASSWORD_price_list", "one"));
      query(server, "price_list", "one", "CREATE TABLE prices AS SELECT 1 AS id, 9.5 AS price");

      String both = "price_list:price_list price_list:price_list_B";
      setUp(
          server,
          Map.of("CLIENTS", both, "PASSWORD_price_list", "one", "PASSWORD_price_list_B", "two"));

      assertThat(query(server, "price_list", "one", "SELECT price FROM prices")).isEqualTo("9.5");
      query(server, "price_list_B", "two", "ALTER TABLE prices ADD COLUMN since date");
      query(server, "price_list_B", "two", "CREATE TABLE sales AS SELECT 2 AS id");
      query(server, "price_list", "one", "DROP TABLE sales");

      setUp(server, Map.of("CLIENTS", "price_list:price_list_B", "PASSWORD_price_list_B", "two"));
      assertThat(query(server, "price_list", "one", "SELECT count(*) FROM prices")).isEqualTo("1");

      // the next turn: whom no pod uses any more gets a new password
      setUp(
          server,
          Map.of("CLIENTS", both, "PASSWORD_price_list", "three", "PASSWORD_price_list_B", "two"));
      assertThat(query(server, "price_list", "three", "SELECT count(*) FROM prices"))
          .isEqualTo("1");
      assertThat(query(server, "price_list_B", "two", "SELECT count(*) FROM prices"))
          .isEqualTo("1");
      assertThatThrownBy(() -> query(server, "price_list", "one", "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void noOtherClientGetsIn() throws IOException {
    try (PostgresServer server = PostgresServer.start(folder)) {
      Map<String, String> passwords =
          Map.of("PASSWORD_a", "one", "PASSWORD_a_B", "two", "PASSWORD_b", "three");
      Map<String, String> env = new TreeMap<>(passwords);
      env.put("CLIENTS", "a:a a:a_B b:b");
      setUp(server, env);

      assertThatThrownBy(() -> server.client(login("a_B", "two"), "psql", "-d", "b", "-c", "\\l"))
          .hasMessageContaining("permission denied for database");
      assertThatThrownBy(() -> query(server, "a_B", "two", "SET ROLE b"))
          .hasMessageContaining("permission denied to set role");
    }
  }

  private static void setUp(PostgresServer server, Map<String, String> env) throws IOException {
    Job job =
        StorePlatform.find(
            StorePlatform.economy(Engine.PostgreSQL).clients("price-list").compile(),
            Job.class,
            "store-setup");
    server.client(
        env,
        job.getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst()
            .getCommand()
            .toArray(String[]::new));
  }

  private static String query(PostgresServer server, String user, String password, String statement)
      throws IOException {
    String database = user.replace("_B", "");
    return server
        .client(
            login(user, password),
            "psql",
            "--no-align",
            "--tuples-only",
            "-d",
            database,
            "-c",
            statement)
        .strip();
  }

  private static Map<String, String> login(String user, String password) {
    return Map.of("PGUSER", user, "PGPASSWORD", password);
  }
}
