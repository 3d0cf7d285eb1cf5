package io.ecommerceplatform.operator.process;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.toolchain.ToolchainFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The kubectl of the plane, as a person runs it.
 *
 * @param config whose kubeconfig
 */
public record Kubectl(Kubeconfig config) {

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param output what it printed, errors included
   */
  public record Result(int code, String output) {}

  /** The program; one that is on the path when the cluster was not made by us. */
  public static String binary() {
    Settings settings = Settings.ofThisProcess();
    return settings.existingCluster()
        ? "kubectl"
        : new ToolchainFinder(settings, System.err::println).find().binary("kubectl").toString();
  }

  public Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binary()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", config.path().toString());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Result(process.waitFor(), output);
  }
}
