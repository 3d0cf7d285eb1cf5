package io.ecommerceplatform.localplane.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder;

  @Test
  void nothingRunsInAnEmptyFolder() {
    assertThat(run(Map.of(), "status")).isEqualTo(new Answer(3, "not running\n", ""));
    assertThat(run(Map.of(), "down").exitCode()).isZero();
    assertThat(run(Map.of(), "env").err()).contains("no plane in", "make up");
  }

  @Test
  void wrongUsageIsToldApart() {
    assertThat(run(Map.of(), "bogus").exitCode()).isEqualTo(2);
  }

  @Test
  void incompleteBinariesAreNamedOneByOne() {
    var answer = run(Map.of("KUBE_BIN", "/nowhere"), "up");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err())
        .contains("KUBE_BIN=/nowhere", "etcd, kube-apiserver", "kwok", "unset KUBE_BIN");
  }

  @Test
  void existingClusterIsCopiedAndForgotten() throws IOException {
    var theirs = folder.resolve("theirs");
    Files.writeString(theirs, "apiVersion: v1\nkind: Config\n");
    var variables = Map.of("PLANE", "existing", "KUBECONFIG", theirs.toString());

    assertThat(run(variables, "up").exitCode()).isZero();
    var copy = folder.resolve("state/kubeconfig");
    assertThat(copy).hasSameTextualContentAs(theirs);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(run(Map.of(), "env").out()).contains("export KUBECONFIG='" + copy + "'");
    assertThat(run(Map.of(), "status").exitCode()).isZero();

    assertThat(run(variables, "down").out()).isEqualTo("the existing cluster is left as it is\n");
    assertThat(copy).doesNotExist();
    assertThat(theirs).exists();
  }

  @Test
  void existingClusterNeedsAKubeconfig() {
    var answer = run(Map.of("PLANE", "existing", "KUBECONFIG", "/nowhere"), "up");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("no kubeconfig at /nowhere", "KUBECONFIG=<file>");
  }

  private Answer run(Map<String, String> variables, String command) {
    var out = new StringWriter();
    var err = new StringWriter();
    var line = Main.commandLine(new Settings(variables));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    var state = folder.resolve("state").toString();
    var exitCode = line.execute(command, "--state-dir", state);
    return new Answer(exitCode, out.toString(), err.toString());
  }

  private record Answer(int exitCode, String out, String err) {}
}
