package io.ecommerceplatform.localplane.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * Something that goes wrong on purpose; patterns are regular expressions for the whole name.
 *
 * @param skip how many matching calls are left alone first
 * @param times how many calls it hits; null for all
 * @param probability with which a call is hit, drawn from {@code seed}
 * @param quotes the message of the error repeats what was sent
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
    long seed,
    boolean quotes) {
  private static final String ALL = ".*";

  private static AwsFault of(String kind, String service, String operation) {
    return new AwsFault(kind, service, operation, ALL, "", 0, 0, 0, null, 1, 0, false);
  }

  /** An error of AWS instead of the execution. */
  public static AwsFault error(String service, String operation, String code, int status) {
    return new AwsFault("error", service, operation, ALL, code, status, 0, 0, null, 1, 0, false);
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
    return new AwsFault("latency", service, operation, ALL, "", 0, seconds, 0, null, 1, 0, false);
  }

  public AwsFault in(String regionPattern) {
    return with(regionPattern, skip, times, probability, seed, quotes);
  }

  public AwsFault times(int count) {
    return with(region, skip, count, probability, seed, quotes);
  }

  public AwsFault after(int calls) {
    return with(region, calls, times, probability, seed, quotes);
  }

  public AwsFault withProbability(double chance, long withSeed) {
    return with(region, skip, times, chance, withSeed, quotes);
  }

  /** An error whose message repeats what was sent, as AWS does with values that it refuses. */
  public AwsFault quoting() {
    return with(region, skip, times, probability, seed, true);
  }

  private AwsFault with(
      String regions, int calls, Integer count, double chance, long start, boolean repeats) {
    return new AwsFault(
        kind, service, operation, regions, code, status, seconds, calls, count, chance, start,
        repeats);
  }
}
