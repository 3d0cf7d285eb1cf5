package io.ecommerceplatform.localplane.toolchain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One {@code go build} of the control plane. */
record BuildStep(BuildTarget target, ModuleSources sources, Consumer<String> progress) {

  void run(String go, Path modules, Path output) throws IOException {
    progress.accept(
        "  %s (%d of %d): typically %s"
            .formatted(
                target.binary(),
                target.ordinal() + 1,
                BuildTarget.values().length,
                target.typicalTime()));
    new BuildProcess(
            BuildTool.GO,
            target.binary(),
            GoBuild.command(go, target, sources, output.resolve(target.binary())),
            modules.resolve(target.module()),
            modules.resolveSibling(target.binary() + ".log"),
            progress)
        .run();
  }
}
