package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Decides where the binaries come from: KUBE_BIN, the user's cache, or a build. */
public record ToolchainFinder(Settings settings, Consumer<String> progress) {

  public Toolchain find() {
    return settings.kubeBin().map(ToolchainFinder::given).orElseGet(this::cachedOrBuilt);
  }

  /** The cache folder for these modules on this machine; it may not exist yet. */
  public Path cacheFolder(ModuleSources sources) {
    return settings.toolsCache().resolve(sources.hash(platform()));
  }

  private static Toolchain given(Path folder) {
    var toolchain = new Toolchain(folder);
    var missing = toolchain.missing();
    if (!missing.isEmpty()) {
      throw new PlaneException(ToolchainErrors.incomplete(folder, missing));
    }
    return toolchain;
  }

  private Toolchain cachedOrBuilt() {
    var sources = ModuleSources.load();
    var cached = new Toolchain(cacheFolder(sources));
    if (cached.missing().isEmpty()) {
      return cached;
    }
    return new ToolchainBuilder(settings, sources, progress).build(cached.folder());
  }

  private static String platform() {
    return (System.getProperty("os.name") + "-" + System.getProperty("os.arch"))
        .toLowerCase(Locale.ROOT)
        .replace(' ', '-');
  }
}
