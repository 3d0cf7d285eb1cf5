package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Resources;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the AWS emulator runs in: a virtual environment with exactly the packages of {@code
 * aws/requirements.txt}, made once and kept in the cache.
 */
public record PythonEnvironment(Settings settings, Consumer<String> progress) {
  private static final String REQUIREMENTS = "aws-emulator/requirements.txt";
  private static final String COMPLETE = "complete";
  private static final String WHAT = "the packages of the AWS emulator";

  /** The Python of the environment, which is made if it is not there. */
  public Path python() {
    var python = new PythonFinder(settings).find();
    var target = settings.cache("aws-emulator").resolve(hash(python.version()));
    if (!complete(target)) {
      new CachedFolder(target, WHAT, progress)
          .build(() -> complete(target), (work, output) -> fill(python.file(), work, output));
    }
    return interpreter(target);
  }

  private static Path interpreter(Path folder) {
    return folder.resolve("bin").resolve("python");
  }

  private static boolean complete(Path folder) {
    // its Python is a link: that of the system may be gone since
    return Files.exists(folder.resolve(COMPLETE)) && Files.isExecutable(interpreter(folder));
  }

  private void fill(Path python, Path work, Path output) throws IOException {
    progress.accept("installing " + WHAT + " (once; about 1 min)");
    makeEnvironment(python, work, output);
    var requirements = work.resolve("requirements.txt");
    Files.writeString(requirements, Resources.text(REQUIREMENTS));
    var log = work.resolve("pip.log");
    var command =
        List.of(
            interpreter(output).toString(),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--only-binary=:all:",
            "--require-hashes",
            "-r",
            requirements.toString());
    new BuildProcess(BuildTool.PIP, WHAT, command, work, log, progress).run();
    Files.writeString(output.resolve(COMPLETE), "");
  }

  private static void makeEnvironment(Path python, Path work, Path output) throws IOException {
    var log = work.resolve("venv.log");
    try {
      var process =
          new ProcessBuilder(python.toString(), "-m", "venv", output.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new PlaneException(ToolchainErrors.venvMissing(python, log, Files.readString(log)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaneException("the start was interrupted; run the same command again", e);
    }
  }

  /** Names the cache folder: the packages, the version of Python and the kind of machine. */
  static String hash(String python) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Resources.text(REQUIREMENTS).getBytes(StandardCharsets.UTF_8));
      var machine = System.getProperty("os.name") + System.getProperty("os.arch");
      digest.update((python + machine).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
