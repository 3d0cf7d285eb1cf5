package io.ecommerceplatform.operator.faults;

import java.util.Set;

/**
 * One request on its way to the API server.
 *
 * @param method for example {@code PATCH}
 * @param path without the query
 * @param query empty for none
 */
public record Call(String method, String path, String query) {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> NOT_OF_A_PLATFORM = Set.of("/leases/", "/events");

  public boolean isWatch() {
    return query.contains("watch=true");
  }

  /** A request for all objects of a kind, for example of {@code deployments}. */
  public boolean lists(String plural) {
    return method.equals("GET") && !isWatch() && path.endsWith("/" + plural);
  }

  public boolean watches(String plural) {
    return isWatch() && path.endsWith("/" + plural);
  }

  /** What a pass sends to change something; neither its events nor the Lease. */
  public boolean writes() {
    return !READS.contains(method) && NOT_OF_A_PLATFORM.stream().noneMatch(path::contains);
  }
}
