package io.ecommerceplatform.localplane.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModuleSourcesTest {
  private final ModuleSources sources = ModuleSources.load();

  @Test
  void hashChangesWithAnyFileAndWithTheMachine() {
    var hash = sources.hash("linux-amd64");
    assertThat(hash).matches("[0-9a-f]{16}").isEqualTo(ModuleSources.load().hash("linux-amd64"));
    assertThat(sources.hash("mac-os-x-aarch64")).isNotEqualTo(hash);

    for (var file : sources.files().keySet()) {
      var changed = new TreeMap<>(sources.files());
      changed.merge(file, " ", String::concat);
      assertThat(new ModuleSources(changed).hash("linux-amd64")).as(file).isNotEqualTo(hash);
    }
  }

  @Test
  void versionsAreReadFromTheModules() {
    assertThat(sources.version(BuildTarget.KUBE, "k8s.io/kubernetes")).matches("v1\\.\\d+\\.\\d+");
    assertThat(sources.version(BuildTarget.ETCD, "go.etcd.io/etcd/server/v3"))
        .matches("v3\\.\\d+\\.\\d+");
    assertThat(sources.version(BuildTarget.KWOK, "sigs.k8s.io/kwok")).matches("v0\\.\\d+\\.\\d+");
    assertThat(GoVersion.parse(sources.goVersion())).isGreaterThan(GoVersion.parse("1.25"));
  }

  @Test
  void allModulesAskForTheSameGo() {
    assertThat(sources.files().entrySet())
        .filteredOn(file -> file.getKey().endsWith("go.mod"))
        .hasSize(3)
        .allSatisfy(
            file -> assertThat(file.getValue()).contains("\ngo " + sources.goVersion() + "\n"));
  }

  @Test
  void serverKnowsItsVersion() {
    var flags = GoBuild.flags(sources);
    var version = sources.version(BuildTarget.KUBE, "k8s.io/kubernetes");

    assertThat(flags)
        .contains("-X k8s.io/component-base/version.gitVersion=" + version)
        .contains("-X k8s.io/client-go/pkg/version.gitVersion=" + version)
        .contains(".gitMinor=" + version.split("\\.")[1])
        .contains("-trimpath");
  }
}
