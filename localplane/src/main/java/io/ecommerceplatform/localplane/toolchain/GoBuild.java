package io.ecommerceplatform.localplane.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The exact command lines of a build: reproducible, static, stripped, with a version inside. */
final class GoBuild {
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "CGO_ENABLED", "0",
          "GOWORK", "off",
          "GOFLAGS", "-trimpath -mod=readonly -buildvcs=false");

  private GoBuild() {}

  static List<String> command(String go, BuildTarget target, ModuleSources sources, Path output) {
    return List.of(
        go,
        "build",
        "-ldflags",
        linkerFlags(target, sources),
        "-o",
        output.toString(),
        target.mainPackage());
  }

  /** Everything that changes the result without being in a module file. */
  static String flags(ModuleSources sources) {
    return ENVIRONMENT.get("GOFLAGS") + linkerFlags(BuildTarget.KUBE, sources);
  }

  private static String linkerFlags(BuildTarget target, ModuleSources sources) {
    var flags = new StringBuilder("-s -w");
    if (target == BuildTarget.KUBE) {
      // Without these the API server reports an empty version and clients refuse to work with it.
      var version = sources.version(target, "k8s.io/kubernetes");
      var minor = version.split("\\.")[1];
      for (var path : List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version")) {
        flags
            .append(" -X %s.gitVersion=%s".formatted(path, version))
            .append(" -X %s.gitMajor=1 -X %s.gitMinor=%s".formatted(path, path, minor))
            .append(" -X %s.gitTreeState=clean -X %s.gitCommit=local".formatted(path, path))
            .append(" -X %s.buildDate=2026-01-01T00:00:00Z".formatted(path));
      }
    }
    return flags.toString();
  }
}
