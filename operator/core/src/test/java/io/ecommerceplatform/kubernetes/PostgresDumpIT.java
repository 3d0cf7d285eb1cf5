package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database, dumped by the command of its CronJob and brought back as the runbook says. */
class PostgresDumpIT {
  private static final String ORDERS = "SELECT count(*), sum(total), min(buyer) FROM orders";

  @TempDir Path one;
  @TempDir Path other;
  @TempDir Path backup;

  @BeforeEach
  void needsAServer() throws IOException {
    assumeTrue(PostgresServer.isInstalled(), "needs PostgreSQL's initdb and pg_ctl");
  }

  @Test
  void ordersUsersAndRightsComeBackOnAnEmptyServer() throws IOException {
    try (PostgresServer server = PostgresServer.start(one)) {
      sql(server, "postgres", "CREATE ROLE \"order\" LOGIN PASSWORD 'pw-of-order'");
      sql(server, "postgres", "CREATE DATABASE orders OWNER \"order\"");
      sql(server, "orders", "CREATE TABLE orders (id int PRIMARY KEY, total numeric, buyer text)");
      sql(server, "orders", "ALTER TABLE orders OWNER TO \"order\"");
      sql(
          server,
          "orders",
          "INSERT INTO orders SELECT i, i * 1.25, 'Zoë ' || i FROM generate_series(1, 5000) i");
      dump(server);
      // what is wrong by the time somebody needs the dump
      sql(server, "orders", "DELETE FROM orders");
    }
    try (PostgresServer server = PostgresServer.start(other)) {
      restore(server);
      assertThat(sql(server, "orders", ORDERS)).isEqualTo("5000|15628125.00|Zoë 1");
      Map<String, String> owner = Map.of("PGUSER", "order", "PGPASSWORD", "pw-of-order");
      assertThat(query(server, owner, "orders", "DELETE FROM orders WHERE id = 1"))
          .isEqualTo("DELETE 1");
    }
  }

  @Test
  void aRestoreOverADatabaseThatWentWrongPutsItBack() throws IOException {
    try (PostgresServer server = PostgresServer.start(one)) {
      sql(server, "postgres", "CREATE DATABASE orders");
      sql(server, "orders", "CREATE TABLE orders AS SELECT 1 AS id, 9.5 AS total, 'Ana' AS buyer");
      dump(server);
      sql(server, "orders", "UPDATE orders SET total = 0");
      sql(server, "orders", "CREATE TABLE by_mistake (id int)");

      restore(server);

      assertThat(sql(server, "orders", ORDERS)).isEqualTo("1|9.5|Ana");
      assertThat(sql(server, "orders", "SELECT to_regclass('by_mistake') IS NULL")).isEqualTo("t");
    }
  }

  private void dump(PostgresServer server) throws IOException {
    Map<String, String> env = Map.of("TARGET", backup.toString(), "KEEP_DAYS", "7");
    server.client(env, StorePlatform.dumpOfPostgres().toArray(String[]::new));
  }

  // the command of docs/runbooks/BackupInCluster.md, at another folder
  private void restore(PostgresServer server) throws IOException {
    String page = Files.readString(Path.of("../../docs/runbooks/BackupInCluster.md"));
    Matcher command = Pattern.compile("\\[\"sh\", \"-c\", \"(.+?)\"]").matcher(page);
    assertThat(command.find()).isTrue();
    String line = command.group(1).replace("/backup", backup.toString());
    server.client(Map.of(), "sh", "-c", line);
  }

  private static String sql(PostgresServer server, String database, String statement)
      throws IOException {
    return query(server, Map.of(), database, statement);
  }

  private static String query(
      PostgresServer server, Map<String, String> who, String database, String statement)
      throws IOException {
    return server
        .client(who, "psql", "--no-align", "--tuples-only", "-d", database, "-c", statement)
        .strip();
  }
}
