package io.ecommerceplatform.catalogue;

import java.util.List;
import java.util.Map;

/** Something that runs beside services and stores; described at the head of tools.yaml. */
public record Tool(
    String name,
    String repository,
    String upstream,
    String version,
    long runAsUser,
    Map<String, Integer> ports,
    List<String> writableDirs,
    List<String> copiedDirs,
    Map<String, PodSize> resources) {
  public Tool {
    ports = Map.copyOf(ports);
    writableDirs = List.copyOf(writableDirs);
    copiedDirs = copiedDirs == null ? List.of() : List.copyOf(copiedDirs);
    resources = Map.copyOf(resources);
  }
}
