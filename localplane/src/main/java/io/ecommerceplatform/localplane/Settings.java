package io.ecommerceplatform.localplane;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The only reader of environment variables, so that everything else can be tested with a map. */
public record Settings(Map<String, String> variables) {

  public Settings {
    variables = Map.copyOf(variables);
  }

  public static Settings ofThisProcess() {
    return new Settings(System.getenv());
  }

  /** {@code PLANE=existing}: use the cluster of {@code KUBECONFIG}, start nothing. */
  public boolean existingCluster() {
    var plane = value("PLANE").orElse("local");
    return switch (plane) {
      case "local" -> false;
      case "existing" -> true;
      default ->
          throw new PlaneException(
              "PLANE=%s: unknown kind of plane; type PLANE=local or PLANE=existing"
                  .formatted(plane));
    };
  }

  /** The kubeconfig of an existing cluster; the first one if KUBECONFIG is a list. */
  public Path existingKubeconfig() {
    var value = value("KUBECONFIG").map(list -> list.split(":")[0]);
    return value
        .map(Path::of)
        .orElseGet(() -> home().resolve(".kube").resolve("config"))
        .toAbsolutePath();
  }

  /** {@code PLANE_AWS=none}: a plane without the AWS emulator. */
  public boolean withoutAws() {
    var aws = value("PLANE_AWS").orElse("emulator");
    return switch (aws) {
      case "emulator" -> false;
      case "none" -> true;
      default ->
          throw new PlaneException(
              "PLANE_AWS=%s: unknown; type PLANE_AWS=none or PLANE_AWS=emulator".formatted(aws));
    };
  }

  /** {@code KUBE_BIN}: a folder with ready-made binaries. */
  public Optional<Path> kubeBin() {
    return value("KUBE_BIN").map(Path::of).map(Path::toAbsolutePath);
  }

  /** {@code ECP_TEST_KUBECONFIG}: the cluster that all tests of this run share. */
  public Optional<Path> testKubeconfig() {
    return value("ECP_TEST_KUBECONFIG").map(Path::of).map(Path::toAbsolutePath);
  }

  /** Where expensive results outlive a checkout: {@code $XDG_CACHE_HOME} or {@code ~/.cache}. */
  public Path toolsCache() {
    return cache("tools");
  }

  /** A folder of the same cache for something that the plane itself does not need. */
  public Path cache(String name) {
    return value("XDG_CACHE_HOME")
        .map(Path::of)
        .orElseGet(() -> home().resolve(".cache"))
        .resolve("ecommerce-platform")
        .resolve(name)
        .toAbsolutePath();
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  private Path home() {
    return Path.of(value("HOME").orElseGet(() -> System.getProperty("user.home")));
  }
}
