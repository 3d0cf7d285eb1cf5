package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Builds a toolchain beside the cache and moves it in whole: a cache folder is never half done. */
final class ToolchainBuilder {
  private static final String BUILD_FOLDER = ".build";

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
    var cache = target.getParent();
    try {
      Files.createDirectories(cache);
      try (var channel =
              FileChannel.open(
                  cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = lock(channel)) {
        if (lock.isValid() && !new Toolchain(target).missing().isEmpty()) {
          buildLocked(go, cache.resolve(BUILD_FOLDER), target);
        }
      }
      return new Toolchain(target);
    } catch (IOException e) {
      throw new PlaneException(
          "the tools folder %s cannot be written: %s; set XDG_CACHE_HOME to a writable folder"
              .formatted(cache, e.getMessage()),
          e);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    var lock = channel.tryLock();
    if (lock != null) {
      return lock;
    }
    progress.accept("another run is building the control plane, waiting for it");
    return channel.lock();
  }

  private void buildLocked(String go, Path work, Path target) throws IOException {
    Folders.delete(work);
    var output = work.resolve("out");
    Files.createDirectories(output);
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
    Folders.delete(target);
    Files.move(output, target, StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(work);
    progress.accept("control plane built: " + target);
  }
}
