package io.ecommerceplatform.localplane.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * Something that goes wrong on purpose; patterns are regular expressions for the whole name.
 *
 * @param skip how many matching calls are left alone first
 * @param times how many calls it hits; null for all
 * @param probability with which a call is hit, drawn from {@code seed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwsFault(
    String kind,
    String service,
    String operation,
    String region,
    String code,
    int status,
    double seconds,
    int skip,
    Integer times,
    double probability,
    long seed) {
  private static final String ALL = ".*";

  private static AwsFault of(String kind, String service, String operation) {
    return new AwsFault(kind, service, operation, ALL, "", 0, 0, 0, null, 1, 0);
  }

  /** An error of AWS instead of the execution. */
  public static AwsFault error(String service, String operation, String code, int status) {
    return new AwsFault("error", service, operation, ALL, code, status, 0, 0, null, 1, 0);
  }

  /** Too many requests: SDKs wait and repeat. */
  public static AwsFault throttle(String service, String operation) {
    return error(service, operation, "ThrottlingException", 400);
  }

  /** Executed, then the connection ends without an answer. */
  public static AwsFault lostResponse(String service, String operation) {
    return of("lost-response", service, operation);
  }

  /** Not executed, the connection ends. */
  public static AwsFault unreachable(String service, String operation) {
    return of("unreachable", service, operation);
  }

  /** Executed after a while. */
  public static AwsFault latency(String service, String operation, Duration delay) {
    var seconds = delay.toMillis() / 1000.0;
    return new AwsFault("latency", service, operation, ALL, "", 0, seconds, 0, null, 1, 0);
  }

  public AwsFault in(String regionPattern) {
    return new AwsFault(
        kind,
        service,
        operation,
        regionPattern,
        code,
        status,
        seconds,
        skip,
        times,
        probability,
        seed);
  }

  public AwsFault times(int count) {
    return new AwsFault(
        kind, service, operation, region, code, status, seconds, skip, count, probability, seed);
  }

  public AwsFault after(int calls) {
    return new AwsFault(
        kind, service, operation, region, code, status, seconds, calls, times, probability, seed);
  }

  public AwsFault withProbability(double chance, long withSeed) {
    return new AwsFault(
        kind, service, operation, region, code, status, seconds, skip, times, chance, withSeed);
  }
}
