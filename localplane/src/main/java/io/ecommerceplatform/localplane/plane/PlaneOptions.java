package io.ecommerceplatform.localplane.plane;

import java.time.Duration;
import java.util.List;

/**
 * What can be chosen about a plane.
 *
 * @param zones availability zones that the nodes are spread over, in turn
 * @param podDelay how long each step of a pod's life takes (created, ready, completed, deleted)
 * @param audit write an audit log (level Metadata) to {@code plane/log/audit.jsonl}
 * @param detached the processes outlive this JVM, and its Ctrl-C
 */
public record PlaneOptions(
    int nodes,
    String region,
    List<String> zones,
    Duration podDelay,
    boolean audit,
    boolean detached) {

  public static PlaneOptions defaults() {
    var region = "eu-central-1";
    var zones = List.of(region + "a", region + "b", region + "c");
    return new PlaneOptions(3, region, zones, Duration.ofMillis(100), false, false);
  }

  public PlaneOptions withAudit(boolean wanted) {
    return new PlaneOptions(nodes, region, zones, podDelay, wanted, detached);
  }

  public PlaneOptions withDetached(boolean wanted) {
    return new PlaneOptions(nodes, region, zones, podDelay, audit, wanted);
  }
}
