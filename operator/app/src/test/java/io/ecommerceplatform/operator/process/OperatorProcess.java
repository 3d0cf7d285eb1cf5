package io.ecommerceplatform.operator.process;

import io.ecommerceplatform.localplane.FreePorts;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built operator as a process of its own, so that a test can start it, stop it and kill it like
 * a cluster does.
 */
public final class OperatorProcess implements AutoCloseable {
  private static final Path JAR = Path.of(System.getProperty("operator.jar"));
  private static final String OPTIONS = System.getProperty("operator.options");
  private static final String SMALL_HEAP = "-Xmx128m"; // several run beside a whole control plane
  private static final Pattern PASSES =
      Pattern.compile("^ecp_pass_seconds_count\\S* ([0-9.]+)", Pattern.MULTILINE);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private OperatorProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts the operator and waits until it is ready.
   *
   * @param account kubeconfig of its ServiceAccount
   * @param settings environment variables, for example {@code ECP_NAMESPACES}
   */
  public static OperatorProcess start(Kubeconfig account, Map<String, String> settings) {
    return start(account, settings, List.of(SMALL_HEAP, "-jar", JAR.toString()));
  }

  /** Starts the operator with the heap that its container gets: half of the limit of its memory. */
  public static OperatorProcess startAsShipped(Kubeconfig account, Map<String, String> settings) {
    return start(account, settings, List.of("-Xmx256m", "-jar", JAR.toString()));
  }

  /**
   * Starts another build of the operator: the same classes, with data files of its own before them
   * on the class path.
   */
  public static OperatorProcess startOtherBuild(
      Kubeconfig account, Map<String, String> settings, Path files) {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      String classPath = files + File.pathSeparator + JAR;
      return start(account, settings, List.of(SMALL_HEAP, "-cp", classPath, main));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OperatorProcess start(
      Kubeconfig account, Map<String, String> settings, List<String> program) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          JAR + " is missing; build it with: ./mvnw -pl operator/app -am package -DskipTests");
    }
    try {
      int port = FreePorts.claim();
      Path log = Files.createTempFile("operator-", ".log");
      OperatorProcess operator =
          new OperatorProcess(launch(account, settings, program, port, log), port, log);
      operator.await("readiness", OperatorProcess::isReady);
      return operator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(
      Kubeconfig account, Map<String, String> settings, List<String> program, int port, Path log)
      throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    ProcessBuilder builder = new ProcessBuilder(java, "@" + OPTIONS);
    builder.command().addAll(program);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("KUBECONFIG", account.path().toString());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    // the Lease is as it is shipped: on a busy machine a shorter one is lost for no other reason,
    // and an operator that loses it ends
    environment.putAll(settings);
    return builder.start();
  }

  /** Waits until something is true of the running operator; fails with its log. */
  public void await(String what, Predicate<OperatorProcess> condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.test(this)) {
      if (Instant.now().isAfter(deadline) || !process.isAlive()) {
        process.destroyForcibly();
        throw new IllegalStateException("waited in vain for " + what + "; the log:\n" + log());
      }
      pause();
    }
  }

  // ends early when the process does, which is what the next look would find out
  private void pause() {
    try {
      process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the operator started", e);
    }
  }

  public boolean isReady() {
    return get("/q/health/ready").startsWith("200 ");
  }

  /** Status code and body of a GET to the operator's own port; "0 " when there is no answer. */
  public String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "0 " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the operator", e);
    }
  }

  /** How many passes over platforms it has finished. */
  public double passes() {
    Matcher count = PASSES.matcher(get("/metrics"));
    return count.find() ? Double.parseDouble(count.group(1)) : 0;
  }

  /** Everything that it logged so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: no clean-up of any kind. */
  public void kill() {
    process.destroyForcibly();
    await(STOP);
  }

  /** SIGTERM; fails when the operator does not end by itself. */
  public void stop() {
    stop(STOP);
  }

  /** SIGTERM with more patience, as for one that writes its start-up cache at the end. */
  public void stop(Duration patience) {
    process.destroy();
    if (!await(patience)) {
      process.destroyForcibly();
      throw new IllegalStateException("the operator ignored SIGTERM; its log:\n" + log());
    }
  }

  private boolean await(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the operator stopped", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      stop();
    }
    Files.deleteIfExists(log);
  }
}
