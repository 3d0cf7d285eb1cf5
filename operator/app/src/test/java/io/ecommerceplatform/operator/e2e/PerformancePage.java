package io.ecommerceplatform.operator.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page that keeps the last run. */
final class PerformancePage {
  private static final Path FILE =
      Path.of(System.getProperty("repository.root"), "docs/performance.md");
  private static final String HEAD =
      """
      # Performance

      The last run of `make bench`, which rewrites this page. The operator is the built jar with its
      own rights and the start-up cache of the JDK, as in its image (`operator/jvm.options`, at most
      256 MiB of heap), against a real API server; nodes and pods are simulated. It has just started
      when its platforms come, except for those that come one after the other. The bare client applies the same objects in the same run, 16 at once,
      from a JVM that is warm, and neither looks nor waits: nothing that keeps a platform can be
      faster. A platform is `samples/minimal.yaml`. Memory is idle 42 s after the last request, when
      the collector has had its turn (`-XX:G1PeriodicGCInterval`).

      Machine: %s.

      A load average above the number of cores at the start says that the machine did other work: then the
      counts hold, and the times do not.

      | what | figure | measured | goal |
      |---|---|---|---|
      """;

  private final List<String> rows = new ArrayList<>();
  private final String machine = Machine.kind();

  void row(String what, String figure, String measured, String goal) {
    rows.add("| %s | %s | %s | %s |".formatted(what, figure, measured, goal));
  }

  void write() throws IOException {
    Files.writeString(FILE, HEAD.formatted(machine) + String.join("\n", rows) + "\n");
  }
}
