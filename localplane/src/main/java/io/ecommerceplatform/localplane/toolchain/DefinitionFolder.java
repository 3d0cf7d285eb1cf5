package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The definitions of other people's kinds, made once from their own Go types: what they ship, in
 * the releases of {@code tools/definitions/go.mod}.
 */
public record DefinitionFolder(Settings settings, Consumer<String> progress) {
  private static final GoModule MODULE =
      new GoModule("definitions", List.of("go.mod", "go.sum", "kinds.go"));

  /** The folder with a file for each definition, built if it is not there. */
  public Path find() {
    var target = settings.cache(MODULE.name()).resolve(hash());
    if (!complete(target)) {
      var go = GoCompiler.find(settings, MODULE.goVersion()).command().toString();
      new CachedFolder(target, "the definitions of other people's kinds", progress)
          .build(() -> complete(target), (work, output) -> fill(go, work, output));
    }
    return target;
  }

  static String hash() {
    return MODULE.hash(command("go", Path.of("out")).toString());
  }

  private static boolean complete(Path folder) {
    return Arrays.stream(ThirdParty.values())
        .flatMap(party -> party.files().stream())
        .allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  private void fill(String go, Path work, Path output) throws IOException {
    progress.accept(
        "generating the definitions of KEDA, Velero, Prometheus and cert-manager with Go"
            + " (once; about 1 min on 2 cores)");
    var module = MODULE.copyTo(work.resolve("src"));
    var log = work.resolve("definitions.log");
    new BuildProcess(BuildTool.GO, MODULE.name(), command(go, output), module, log, progress).run();
  }

  // without descriptions: no test reads them, and they are most of the bytes
  private static List<String> command(String go, Path output) {
    var command = new ArrayList<>(List.of(go, "tool", "controller-gen", "crd:maxDescLen=0"));
    Stream.of(ThirdParty.values())
        .flatMap(party -> party.goPackages().stream())
        .forEach(name -> command.add("paths=" + name));
    command.add("output:crd:dir=" + output);
    return command;
  }
}
