package io.ecommerceplatform.operator.e2e;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** What the figures were taken on, and what this JDK takes to say hello. */
final class Machine {
  private Machine() {}

  static String kind() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return "%d cores, %d GiB of memory, %s, JDK %s, load average %.1f at the start"
        .formatted(
            system.getAvailableProcessors(),
            system.getTotalMemorySize() >> 30,
            system.getArch(),
            Runtime.version().feature(),
            system.getSystemLoadAverage());
  }

  /** Resident memory of a process in MiB. */
  static long residentMiB(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    String kib = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Long.parseLong(kib.strip()) / 1024;
  }

  /** Milliseconds and MiB of a program that says hello and waits to be told to go. */
  static long[] hello(Path folder) throws IOException {
    Path source = folder.resolve("Hello.java");
    Files.writeString(
        source,
        "class Hello { public static void main(String[] a) throws Exception"
            + " { System.out.println(\"hello\"); System.in.read(); } }");
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(System.out, System.err, "-d", folder.toString(), source.toString());
    String java = System.getProperty("java.home") + "/bin/java";
    List<String> command =
        List.of(
            java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", folder.toString(), "Hello");
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).start();
    process.inputReader().readLine();
    long millis = (System.nanoTime() - start) / 1_000_000;
    long memory = residentMiB(process.pid());
    process.outputWriter().close();
    return new long[] {millis, memory};
  }
}
