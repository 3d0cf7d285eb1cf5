package io.ecommerceplatform.catalogue;

import java.util.List;
import java.util.Map;

/**
 * An engine that can run inside the cluster; each component is described at the head of
 * stores.yaml.
 *
 * @param version default tag of the image
 * @param credentials length in characters of each key of the generated Secret
 * @param envByProfile added to {@code env}, by the name of the profile
 * @param exporter tells Prometheus how the server does
 */
public record StoreEngine(
    String engine,
    StoreKind kind,
    String repository,
    String upstream,
    String version,
    int port,
    Map<String, Integer> ports,
    long runAsUser,
    long runAsGroup,
    String dataPath,
    List<String> writableDirs,
    List<String> copiedDirs,
    String username,
    Map<String, Integer> credentials,
    List<StoreEnv> env,
    Map<String, List<StoreEnv>> envByProfile,
    List<String> args,
    List<String> reservedParameters,
    StoreProbe readiness,
    StoreProbe liveness,
    String storage,
    StoreExporter exporter,
    Map<String, PodSize> resources) {
  public StoreEngine {
    ports = ports == null ? Map.of() : Map.copyOf(ports);
    writableDirs = List.copyOf(writableDirs);
    copiedDirs = copiedDirs == null ? List.of() : List.copyOf(copiedDirs);
    credentials = Map.copyOf(credentials);
    env = List.copyOf(env);
    envByProfile = envByProfile == null ? Map.of() : Map.copyOf(envByProfile);
    args = args == null ? List.of() : List.copyOf(args);
    reservedParameters = reservedParameters == null ? List.of() : List.copyOf(reservedParameters);
    resources = Map.copyOf(resources);
  }

  /** Either a fixed value or a key of the generated Secret; the other one is null. */
  public record StoreEnv(String name, String value, String secretKey) {}

  /** A probe: a command, or a TCP port; the other one is null. */
  public record StoreProbe(List<String> exec, Integer tcp) {}
}
