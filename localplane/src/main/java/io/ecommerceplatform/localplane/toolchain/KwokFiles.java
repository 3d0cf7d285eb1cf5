package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes KWOK's stage files from its Go module: they belong to the release, not to this project. */
record KwokFiles(String go, Path module) {

  void copyTo(Path target) throws IOException {
    var kustomize = moduleFolder().resolve("kustomize");
    List<Path> files;
    try (var found = Files.walk(kustomize)) {
      files = found.filter(Files::isRegularFile).filter(this::wanted).toList();
    }
    for (var file : files) {
      var copy = target.resolve(kustomize.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private boolean wanted(Path file) {
    var name = file.toString();
    return name.endsWith(".yaml") && !name.contains("/testdata/");
  }

  private Path moduleFolder() throws IOException {
    var builder =
        new ProcessBuilder(go, "list", "-m", "-f", "{{.Dir}}", "sigs.k8s.io/kwok")
            .directory(module.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(GoBuild.ENVIRONMENT);
    var folder =
        new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (folder.isEmpty()) {
      throw new PlaneException(
          "go list does not find sigs.k8s.io/kwok in Go's module cache; run again");
    }
    return Path.of(folder);
  }
}
