package io.ecommerceplatform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and error texts of everything that needs no cluster. */
class CommandLineTest {
  @TempDir private Path folder;

  @Test
  void helpNamesTheCommandsAndTheExitCodes() {
    Run run = Run.of("--help");
    assertThat(run.exit()).isEqualTo(0);
    assertThat(run.out()).contains("status", "explain", "version", "Exit codes:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void noCommandIsAnError() {
    Run run = Run.of();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("error: no command given\ntry:   kubectl ecp --help\n");
  }

  @Test
  void aMistypedCommandGetsAProposal() {
    Run run = Run.of("statsu");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "error: unknown command statsu; did you mean status?\ntry:   kubectl ecp --help\n");
  }

  @Test
  void aMistypedOptionGetsAProposal() {
    assertThat(Run.of("status", "--wach").err())
        .isEqualTo(
            "error: unknown option --wach; did you mean --watch?\n"
                + "try:   kubectl ecp status --help\n");
  }

  @Test
  void aReasonIsExplainedWithoutACluster() {
    Run run = Run.of("explain", "podsfailing");
    assertThat(run.exit()).isEqualTo(0);
    assertThat(run.out()).startsWith("PodsFailing\n\nA pod of a service or store");
  }

  @Test
  void aMistypedReasonGetsProposals() {
    Run run = Run.of("explain", "PodFailing");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "error: no reason is called PodFailing; did you mean PodsFailing?\n"
                + "try:   kubectl ecp explain PodsFailing\n");
  }

  @Test
  void allReasonsAreListedWithTheirMeaning() {
    assertThat(Run.of("explain").out().lines()).hasSize(Reason.values().length);
    assertThat(Run.of("explain").out()).containsPattern("Conflict +An object of the name");
  }

  @Test
  void aFileIsPricedWithoutACluster() {
    Run run = Run.of("cost", "-f", "../../samples/revcart.yaml");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(0);
    assertThat(run.out())
        .contains("  compute\n", "ec2.t3.medium", "3650 hour x $0.0416", "  a month\n")
        .contains("sqs.standard", "Assumed:\n", "Not priced:\n");
    assertThat(Run.of("cost", "-f", "../../samples/revcart.yaml", "-o", "json").out())
        .contains("\"monthlyUsd\"", "\"source\" : \"AWS price list");
  }

  @Test
  void aPlatformWithNothingInAwsHasNoCost() {
    Run run = Run.of("cost", "-f", "../../samples/minimal.yaml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: the resource has neither spec.aws nor spec.cost");
  }

  @Test
  void aMissingKubeconfigSaysWhereItLooked() {
    Path absent = folder.resolve("config");
    Run run = Run.in(Map.of("KUBECONFIG", absent.toString()), "status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "error: no kubeconfig: "
                + absent
                + " does not exist\ntry:   export KUBECONFIG=<file>\n");
  }

  @Test
  void aTimeoutNeedsAWatch() {
    Run run = Run.of("status", "--timeout", "5m");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("--timeout needs --watch or --until-ready");
  }

  @Test
  void aTimeoutThatIsNoTimeIsRefused() {
    assertThat(Run.of("status", "--watch", "--timeout", "soon").err())
        .contains("--timeout: soon is no time such as 90s, 5m or 1h30m");
  }

  @Test
  void theVersionOfTheClientNeedsNoCluster() {
    Run run = Run.of("version", "--client");
    assertThat(run.exit()).isEqualTo(0);
    assertThat(run.out()).matches("kubectl ecp  \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void helpIsColouredOnlyOnATerminal() {
    assertThat(Run.of("explain", "Paused").out()).doesNotContain("\u001b");
    assertThat(Run.of("explain", "--color=always", "Paused").out()).contains("\u001b[1mPaused");
  }
}
