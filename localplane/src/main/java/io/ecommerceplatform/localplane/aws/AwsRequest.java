package io.ecommerceplatform.localplane.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One request that the emulator has answered, or not answered on purpose.
 *
 * @param id grows with each request
 * @param service name of the service's model, such as {@code rds}, {@code opensearch}, {@code efs}
 * @param operation as the API names it, such as {@code CreateDBInstance}
 * @param status of HTTP; 0 where the connection was dropped before anything was done
 * @param error its code; empty if there was none
 * @param injected a fault took part in it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AwsRequest(
    long id,
    String account,
    String region,
    String service,
    String operation,
    int status,
    String error,
    boolean injected) {

  /** Whether it only looks: get, list, describe, head, and the like. */
  public boolean reads() {
    return operation.matches(
        "(Get|List|Describe|Head|BatchGet|Lookup|Search|Query|Scan|Receive|Simulate).*");
  }
}
