package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Resources;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The definitions of other people's kinds, made once from their own Go types: what they ship, in
 * the releases of {@code tools/definitions/go.mod}.
 */
public record DefinitionFolder(Settings settings, Consumer<String> progress) {
  static final List<String> MODULE_FILES = List.of("go.mod", "go.sum", "kinds.go");
  private static final String MODULE = "definitions";
  private static final String GO_VERSION = "(?ms).*?^go (\\S+)$.*";

  /** The folder with a file for each definition, built if it is not there. */
  public Path find() {
    var target = settings.definitionsCache().resolve(hash());
    if (!complete(target)) {
      var wanted = text("go.mod").replaceFirst(GO_VERSION, "$1");
      var go = GoCompiler.find(settings, wanted).command().toString();
      new CachedFolder(target, "the definitions of other people's kinds", progress)
          .build(() -> complete(target), (work, output) -> fill(go, work, output));
    }
    return target;
  }

  /** Names the cache folder: what counts is the module and what is generated from it. */
  static String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      MODULE_FILES.forEach(file -> digest.update(text(file).getBytes(StandardCharsets.UTF_8)));
      digest.update(command("go", Path.of("out")).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean complete(Path folder) {
    return Arrays.stream(ThirdParty.values())
        .flatMap(party -> party.files().stream())
        .allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  private void fill(String go, Path work, Path output) throws IOException {
    var module = Files.createDirectories(work.resolve("src").resolve(MODULE));
    for (var file : MODULE_FILES) {
      Files.writeString(module.resolve(file), text(file));
    }
    progress.accept(
        "generating the definitions of KEDA, Velero, Prometheus and cert-manager with Go"
            + " (once; about 1 min on 2 cores)");
    var command = command(go, output);
    new GoProcess("definitions", command, module, work.resolve("definitions.log"), progress).run();
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

  private static String text(String file) {
    return Resources.text("tools/" + MODULE + "/" + file);
  }
}
