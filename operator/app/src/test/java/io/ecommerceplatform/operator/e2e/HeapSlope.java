package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.operator.process.OperatorProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether passes leave something behind: the heap after a full collection, over the number of
 * passes. What a warm-up loads and caches lies before the first sample.
 */
final class HeapSlope {
  private static final int SAMPLES = 10;
  // Serial says "total 1K, used 1K" of each generation, G1 "total reserved 1K, committed 1K, used
  // 1K"
  private static final Pattern USED = Pattern.compile("total .*, used (\\d+)K");
  private static final Pattern PASSES = Pattern.compile("(?m)^ecp_pass_seconds_count (\\S+)");

  private final OperatorProcess operator;
  private final Runnable provokes;
  private final List<long[]> samples = new ArrayList<>();

  /**
   * A measurement.
   *
   * @param operator the process
   * @param provokes makes every platform pass once more, soon
   */
  HeapSlope(OperatorProcess operator, Runnable provokes) {
    this.operator = operator;
    this.provokes = provokes;
  }

  /** Runs at least that many passes between the first sample and the last. */
  HeapSlope over(long passes) throws IOException {
    long first = runUntil(passes() + passes / SAMPLES);
    sample(first);
    for (int i = 1; i <= SAMPLES; i++) {
      sample(runUntil(first + passes * i / SAMPLES));
    }
    return this;
  }

  /** Bytes that stay for each pass, by least squares. */
  double bytesPerPass() {
    double x = samples.stream().mapToLong(s -> s[0]).average().orElseThrow();
    double y = samples.stream().mapToLong(s -> s[1]).average().orElseThrow();
    double covariance = samples.stream().mapToDouble(s -> (s[0] - x) * (s[1] - y)).sum();
    double variance = samples.stream().mapToDouble(s -> (s[0] - x) * (s[0] - x)).sum();
    return covariance / variance;
  }

  long measured() {
    return samples.getLast()[0] - samples.getFirst()[0];
  }

  String heap() {
    return "%d KiB, then %d KiB"
        .formatted(samples.getFirst()[1] / 1024, samples.getLast()[1] / 1024);
  }

  private long runUntil(long wanted) {
    long now = passes();
    while (now < wanted) {
      provokes.run();
      now = passes();
    }
    return now;
  }

  private void sample(long passes) throws IOException {
    tool("GC.run");
    Matcher used = USED.matcher(tool("GC.heap_info"));
    long kib = 0;
    while (used.find()) {
      kib += Long.parseLong(used.group(1));
    }
    if (kib == 0) {
      throw new IllegalStateException("the JVM does not say how much of its heap is used");
    }
    samples.add(new long[] {passes, kib * 1024});
  }

  private String tool(String command) throws IOException {
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    Process process = new ProcessBuilder(jcmd, String.valueOf(operator.pid()), command).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private long passes() {
    Matcher count = PASSES.matcher(operator.get("/metrics"));
    return count.find() ? (long) Double.parseDouble(count.group(1)) : 0;
  }
}
