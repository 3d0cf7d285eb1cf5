package io.ecommerceplatform.localplane.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {
  private static final Pattern IMPORT = Pattern.compile("\t_ \"(\\S+)\"");

  @Test
  void moduleKeepsThePackagesThatAreGenerated() {
    var imports = new TreeSet<String>();
    IMPORT
        .matcher(Resources.text("tools/definitions/kinds.go"))
        .results()
        .forEach(found -> imports.add(found.group(1)));
    var packages = new TreeSet<String>();
    Arrays.stream(ThirdParty.values()).forEach(party -> packages.addAll(party.goPackages()));

    assertThat(imports).isEqualTo(packages);
  }

  @Test
  void definitionsAreNoPartOfTheControlPlane() {
    assertThat(ModuleSources.load().files().keySet())
        .noneMatch(file -> file.startsWith("definitions/"));
    assertThat(DefinitionFolder.hash()).matches("[0-9a-f]{16}").isEqualTo(DefinitionFolder.hash());
  }

  @Test
  void modulesAskForTheSameGo() {
    for (var module : List.of("definitions", "promql")) {
      assertThat(Resources.text("tools/" + module + "/go.mod"))
          .contains("\ngo " + ModuleSources.load().goVersion() + "\n");
    }
  }
}
