package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Builds a folder beside the cache and moves it in whole: a cache folder is never half done, and
 * two runs do not build at once.
 *
 * @param what what is built, for whoever waits for another run
 */
record CachedFolder(Path target, String what, Consumer<String> progress) {
  private static final String BUILD_FOLDER = ".build";

  /** What fills the folder. */
  interface Work {
    void fill(Path work, Path output) throws IOException;
  }

  void build(BooleanSupplier complete, Work work) {
    var cache = target.getParent();
    try {
      Files.createDirectories(cache);
      try (var channel =
              FileChannel.open(
                  cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = lock(channel)) {
        if (lock.isValid() && !complete.getAsBoolean()) {
          buildLocked(cache.resolve(BUILD_FOLDER), work);
        }
      }
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
    progress.accept("another run is building %s, waiting for it".formatted(what));
    return channel.lock();
  }

  private void buildLocked(Path folder, Work work) throws IOException {
    Folders.delete(folder);
    var output = Files.createDirectories(folder.resolve("out"));
    work.fill(folder, output);
    Folders.delete(target);
    Files.move(output, target, StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(folder);
  }
}
