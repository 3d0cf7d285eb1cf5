package io.ecommerceplatform.localplane.plane;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen about a plane.
 *
 * @param zones availability zones that the nodes are spread over, in turn
 * @param podDelay how long each step of a pod's life takes (created, ready, completed, deleted)
 * @param audit write an audit log (level Metadata) to {@code plane/log/audit.jsonl}
 * @param emulator the Python that the AWS emulator runs in; empty for a plane without it
 * @param detached the processes outlive this JVM, and its Ctrl-C
 */
public record PlaneOptions(
    int nodes,
    String region,
    List<String> zones,
    Duration podDelay,
    boolean audit,
    Optional<Path> emulator,
    boolean detached) {

  public static PlaneOptions defaults() {
    var region = "eu-central-1";
    var zones = List.of(region + "a", region + "b", region + "c");
    return new PlaneOptions(
        3, region, zones, Duration.ofMillis(100), false, Optional.empty(), false);
  }

  public PlaneOptions withAudit(boolean wanted) {
    return new PlaneOptions(nodes, region, zones, podDelay, wanted, emulator, detached);
  }

  public PlaneOptions withDetached(boolean wanted) {
    return new PlaneOptions(nodes, region, zones, podDelay, audit, emulator, wanted);
  }

  public PlaneOptions withEmulator(Path python) {
    return new PlaneOptions(nodes, region, zones, podDelay, audit, Optional.of(python), detached);
  }
}
