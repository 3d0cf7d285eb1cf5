package io.ecommerceplatform.operator.faults;

import java.time.Duration;
import java.util.Map;

/** What becomes of a request that does not simply go through. */
public sealed interface Fault {

  /** Answered here; the API server never hears of it. */
  record Answer(int code, Map<String, String> headers, String body) implements Fault {}

  /** A watch that opens and whose first event says that its resourceVersion is too old. */
  record Gone() implements Fault {}

  /** Done by the API server, but the connection ends before its answer comes. */
  record LostAnswer() implements Fault {}

  /** The connection stays open, and nothing that the API server says comes through. */
  record Silence() implements Fault {}

  /** Goes through, later. */
  record Delay(Duration time) implements Fault {}

  /** The refusal that an API server would send with this code. */
  static Fault status(int code, String reason) {
    return new Answer(code, Map.of(), Status.json(code, reason));
  }

  /** The refusal of an API server that has too much to do. */
  static Fault tooMany(int retryAfterSeconds) {
    return new Answer(
        429,
        Map.of("Retry-After", String.valueOf(retryAfterSeconds)),
        Status.json(429, "TooManyRequests"));
  }

  /** A success with a text that was true once. */
  static Fault stale(String body) {
    return new Answer(200, Map.of(), body);
  }
}
