package io.ecommerceplatform.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ecommerceplatform.localplane.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL on a free port of the loopback interface. */
final class PostgresServer implements AutoCloseable {
  static final String PASSWORD = "s3cretS3cret";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  // the server refuses to run as root
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private final Path data;
  private final int port;

  private PostgresServer(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  static boolean isInstalled() throws IOException {
    return programs().isPresent();
  }

  static PostgresServer start(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    Path data = folder.resolve("data");
    run(
        program("initdb"),
        "--pgdata=" + data,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--pwfile=" + password);
    PostgresServer server = new PostgresServer(data, FreePorts.claim());
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
            .formatted(server.port, folder);
    run(
        program("pg_ctl"),
        "--pgdata=" + data,
        "--log=" + folder.resolve("log"),
        "--wait",
        "--options=" + options,
        "start");
    return server;
  }

  /** What the pods of its platform know of it. */
  Map<String, String> environment() throws IOException {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        String.valueOf(port),
        "PGUSER",
        "postgres",
        "PGPASSWORD",
        PASSWORD,
        "PATH",
        programs().orElseThrow() + ":" + System.getenv("PATH"));
  }

  /** Runs a program as a client and gives what it printed. */
  String client(Map<String, String> more, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    builder.environment().putAll(more);
    return output(builder);
  }

  @Override
  public void close() throws IOException {
    run(program("pg_ctl"), "--pgdata=" + data, "--mode=immediate", "--wait", "stop");
  }

  private static Optional<Path> programs() throws IOException {
    Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
    if (!Files.isDirectory(DEBIAN)) {
      return onPath.filter(dir -> Files.isExecutable(dir.resolve("initdb"))).findFirst();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return Stream.concat(onPath, versions.sorted().map(version -> version.resolve("bin")))
          .filter(dir -> Files.isExecutable(dir.resolve("initdb")))
          .findFirst();
    }
  }

  private static String program(String name) throws IOException {
    return programs().orElseThrow().resolve(name).toString();
  }

  private static void run(String... command) throws IOException {
    boolean isRoot = System.getProperty("user.name").equals("root");
    List<String> line = new ArrayList<>(isRoot ? AS_NOBODY : List.of());
    line.addAll(List.of(command));
    // a server that inherits a pipe keeps its reader waiting for as long as it runs
    Path output = Files.createTempFile("postgres", ".log");
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(line + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(output);
    }
  }

  private static String output(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(builder.command() + " failed: " + output);
    }
    return output;
  }
}
