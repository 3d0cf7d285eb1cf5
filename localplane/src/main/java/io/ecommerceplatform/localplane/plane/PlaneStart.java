package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Resources;
import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The start of one plane, step by step; whoever calls it stops what it leaves behind on failure.
 */
final class PlaneStart {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long PROBE_EVERY_MS = 50;

  private final PlaneHome home;
  private final Toolchain tools;
  private final PlaneOptions options;
  private final Consumer<String> progress;
  private final Processes processes;
  private final Kubectl kubectl;
  private final long started = System.nanoTime();
  private boolean cancelled;

  PlaneStart(PlaneHome home, Toolchain tools, PlaneOptions options, Consumer<String> progress) {
    this.home = home;
    this.tools = tools;
    this.options = options;
    this.progress = progress;
    this.processes = new Processes(home);
    this.kubectl = new Kubectl(home, tools);
  }

  void run() throws IOException, InterruptedException {
    for (var folder : new String[] {"pki", "log", "pid"}) {
      Files.createDirectories(home.plane().resolve(folder));
    }
    var ports = Ports.free();
    var components = new Components(home, tools, ports, options);
    // first, because it takes seconds and nothing waits for it until the end
    if (options.emulator().isPresent()) {
      start(new Emulator(home, options.emulator().get()).prepare());
    }
    start(components.etcd());
    new Credentials(home, ports).write();
    writeManifests();
    start(components.apiServer());
    Files.writeString(home.data("server"), "https://127.0.0.1:" + ports.apiServer());
    awaitReady();
    mark("API server ready");
    start(components.controllerManager());
    start(components.scheduler());
    fill();
    start(components.kwok());
    kubectl.run("create", "-f", home.data("nodes.yaml").toString());
    kubectl.run(
        "wait", "--for=create", "serviceaccount/default", "-n", "default", "--timeout=120s");
    kubectl.run("wait", "--for=condition=Ready", "node", "--all", "--timeout=120s");
    for (var name : processes.expected()) {
      requireAlive(name);
    }
    awaitEmulator();
    linkKubectl();
    new EnvFile(home, options.region()).write();
    mark("nodes ready");
  }

  private void awaitEmulator() throws InterruptedException {
    if (options.emulator().isPresent()) {
      Emulator.await(home);
      mark("AWS emulator ready");
    }
  }

  /** From here on no process is started: a shutdown hook stops those that were. */
  synchronized void cancel() {
    cancelled = true;
  }

  private synchronized void start(Component component) throws IOException {
    if (cancelled) {
      throw new PlaneException("the start was interrupted");
    }
    processes.start(component, options.detached());
  }

  private void writeManifests() throws IOException {
    Files.writeString(
        home.data("stages.json"), new StageSet(tools::kwokText, options.podDelay()).json());
    Files.writeString(home.data("nodes.yaml"), new NodeManifests(options).yaml());
    Files.writeString(home.data("classes.yaml"), Resources.text("manifests/classes.yaml"));
    Files.writeString(
        home.data("audit-policy.yaml"),
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules: [{level: Metadata}]
        """);
  }

  private void fill() throws IOException, InterruptedException {
    var crd = tools.kwokFile(Toolchain.STAGE_CRD).toString();
    apply(crd);
    kubectl.run("wait", "--for=condition=Established", "-f", crd, "--timeout=120s");
    apply(home.data("stages.json").toString());
    apply(home.data("classes.yaml").toString());
  }

  /** A new kind answers 404 for a moment after it is established. */
  private void apply(String file) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (true) {
      var result = kubectl.tryRun("apply", "--server-side", "-f", file);
      if (result.exitCode() == 0) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new PlaneException("kubectl apply of %s failed: %s".formatted(file, result.output()));
      }
      requireAlive("kube-apiserver");
      TimeUnit.MILLISECONDS.sleep(PROBE_EVERY_MS * 4);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    var probe = new ReadyProbe(Files.readString(home.data("server")), home.pki("ca.crt"));
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!probe.ready()) {
      requireAlive("etcd");
      requireAlive("kube-apiserver");
      if (System.nanoTime() > deadline) {
        throw died("kube-apiserver", "is not ready after " + LIMIT.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(PROBE_EVERY_MS);
    }
  }

  private void requireAlive(String component) {
    if (!processes.alive(component)) {
      throw died(component, "died");
    }
  }

  private PlaneException died(String component, String what) {
    return new PlaneException(
        "%s %s:\n%s".formatted(component, what, LogTail.of(home.log(component + ".log"))));
  }

  private void linkKubectl() throws IOException {
    Files.createDirectories(home.bin());
    var link = home.bin().resolve("kubectl");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(tools.binary("kubectl").toString()));
  }

  private void mark(String what) {
    var millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
    progress.accept("  %5.1f s  %s".formatted(millis / 1000.0, what));
  }
}
