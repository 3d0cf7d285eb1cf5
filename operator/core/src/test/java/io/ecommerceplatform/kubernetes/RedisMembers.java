package io.ecommerceplatform.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The processes of a guarded cache on the loopback interface, started as their pods start them. */
final class RedisMembers implements AutoCloseable {
  private static final String PASSWORD = "s3cretS3cret";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> command;
  private final Path folder;
  private final List<Integer> ports;
  private final Map<String, Process> running = new TreeMap<>();

  RedisMembers(List<String> command, Path folder, List<Integer> ports) {
    this.command = command;
    this.folder = folder;
    this.ports = ports;
  }

  static boolean isInstalled() {
    return List.of("redis-server", "redis-sentinel", "redis-cli").stream()
        .allMatch(
            program ->
                List.of(System.getenv("PATH").split(":")).stream()
                    .anyMatch(dir -> Files.isExecutable(Path.of(dir, program))));
  }

  void start(int member) {
    for (String role : List.of("server", "sentinel")) {
      running.put(member + role, process(member, role));
    }
  }

  void startAll() {
    for (int member = 0; member < ports.size(); member++) {
      start(member);
    }
  }

  /** As a node that loses power: nothing is told to anybody. */
  void kill(int member) {
    for (String role : List.of("server", "sentinel")) {
      end(running.remove(member + role));
    }
  }

  void killAll() {
    running.values().forEach(RedisMembers::end);
    running.clear();
  }

  /** The member that the Sentinel beside another one takes for the primary; -1 for none. */
  int primary(int asked) {
    List<String> address =
        ask(ports.get(asked) + 20_000, "sentinel", "get-master-addr-by-name", "hot");
    return address.size() < 2 || !address.get(1).matches("[0-9]+")
        ? -1
        : ports.indexOf(Integer.valueOf(address.get(1)));
  }

  /** A field of what a Sentinel knows of the cache. */
  String known(int asked, String field) {
    List<String> pairs = ask(ports.get(asked) + 20_000, "sentinel", "master", "hot");
    int at = pairs.indexOf(field);
    return at < 0 ? "" : pairs.get(at + 1);
  }

  String tell(int member, String... words) {
    return String.join("\n", ask(ports.get(member), words));
  }

  void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not " + what + " after " + PATIENCE + ": " + logs());
      }
      Thread.onSpinWait();
    }
  }

  private List<String> ask(int port, String... words) {
    List<String> line = new ArrayList<>(List.of("redis-cli", "-p", String.valueOf(port)));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("REDISCLI_AUTH", PASSWORD);
    try {
      Process client = builder.start();
      String answer = new String(client.getInputStream().readAllBytes(), UTF_8);
      client.waitFor(10, TimeUnit.SECONDS);
      return answer.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Process process(int member, String role) {
    try {
      Path data = Files.createDirectories(folder.resolve("data-" + member));
      Path temporary = Files.createDirectories(folder.resolve("tmp-" + member + role));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(member + role).toFile()));
      Map<String, String> env = builder.environment();
      env.put("ROLE", role);
      env.put("CACHE", "hot");
      env.put("PASSWORD", PASSWORD);
      env.put("MEMBERS", String.join(" ", ports.stream().map(p -> "localhost:" + p).toList()));
      env.put("HOSTNAME", "hot-" + member);
      env.put("DATA", data.toString());
      env.put("TMPDIR", temporary.toString());
      env.put("MAXMEMORY", String.valueOf(50 << 20));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(String process) {
    return folder.resolve(process + ".log");
  }

  private String logs() {
    StringBuilder text = new StringBuilder();
    for (String process : running.keySet()) {
      try {
        List<String> lines = Files.readAllLines(log(process));
        text.append("\n== ").append(process).append('\n');
        lines
            .subList(Math.max(0, lines.size() - 15), lines.size())
            .forEach(line -> text.append(line).append('\n'));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.toString();
  }

  private static void end(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    killAll();
  }
}
