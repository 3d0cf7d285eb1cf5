import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;

/** Times commands of kubectl ecp beside a program that only says hello on the same JVM. */
class BenchCli {
  private static final int RUNS = 15;

  /**
   * Prints one line per command.
   *
   * @param args the program, a folder to work in, and {@code status} when a cluster is reachable
   */
  public static void main(String[] args) throws Exception {
    String program = args[0];
    System.out.printf("%-34s %8s %8s %8s   (ms, %d runs)%n", "", "least", "median", "most", RUNS);
    time("JVM that says hello", hello(Path.of(args[1])));
    time("kubectl ecp --help", List.of(program, "--help"));
    time("kubectl ecp explain PodsFailing", List.of(program, "explain", "PodsFailing"));
    List<String> status = new ArrayList<>(List.of(program));
    status.addAll(Arrays.asList(args).subList(2, args.length));
    if (status.size() > 1) {
      time("kubectl ecp " + String.join(" ", status.subList(1, status.size())), status);
    }
  }

  private static List<String> hello(Path folder) throws IOException {
    Path source = folder.resolve("Hello.java");
    Files.createDirectories(folder);
    Files.writeString(
        source,
        "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(System.out, System.err, "-d", folder.toString(), source.toString());
    String java = System.getProperty("java.home") + "/bin/java";
    return List.of(
        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", folder.toString(), "Hello");
  }

  private static void time(String name, List<String> command) throws Exception {
    long[] millis = new long[RUNS];
    run(command); // the first run reads the files into memory
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      run(command);
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    Arrays.sort(millis);
    System.out.printf("%-34s %8d %8d %8d%n", name, millis[0], millis[RUNS / 2], millis[RUNS - 1]);
  }

  private static void run(List<String> command) throws Exception {
    File nowhere = new File("/dev/null");
    Process process =
        new ProcessBuilder(command).redirectOutput(nowhere).redirectError(nowhere).start();
    if (process.waitFor() == 1) {
      System.out.printf("  note: %s failed%n", String.join(" ", command));
    }
  }
}
