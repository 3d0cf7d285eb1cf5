package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Builds everything that a plane is started from. */
final class ToolchainBuilder {
  private final Settings settings;
  private final ModuleSources sources;
  private final Consumer<String> progress;

  ToolchainBuilder(Settings settings, ModuleSources sources, Consumer<String> progress) {
    this.settings = settings;
    this.sources = sources;
    this.progress = progress;
  }

  Toolchain build(Path target) {
    var go = GoCompiler.find(settings, sources.goVersion()).command().toString();
    var toolchain = new Toolchain(target);
    new CachedFolder(target, "the control plane", progress)
        .build(() -> toolchain.missing().isEmpty(), (work, output) -> fill(go, work, output));
    return toolchain;
  }

  private void fill(String go, Path work, Path output) throws IOException {
    sources.copyTo(work.resolve("src"));
    progress.accept(
        "building Kubernetes %s, etcd %s and KWOK %s with Go (once; about 8 min on 2 cores)"
            .formatted(
                sources.version(BuildTarget.KUBE, "k8s.io/kubernetes"),
                sources.version(BuildTarget.ETCD, "go.etcd.io/etcd/server/v3"),
                sources.version(BuildTarget.KWOK, "sigs.k8s.io/kwok")));
    for (var step : BuildTarget.values()) {
      new BuildStep(step, sources, progress).run(go, work.resolve("src"), output);
    }
    for (var name : Toolchain.KUBERNETES) {
      Files.createSymbolicLink(output.resolve(name), Path.of(BuildTarget.KUBE.binary()));
    }
    new KwokFiles(go, work.resolve("src").resolve(BuildTarget.KWOK.module()))
        .copyTo(output.resolve(Toolchain.KWOK_FILES));
    progress.accept("control plane built");
  }
}
