package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a plan.
 *
 * @param applied actions that the API server accepted
 * @param failures actions that it refused or never answered
 */
public record Outcome(List<Action> applied, List<Failure> failures) {

  public Outcome {
    applied = List.copyOf(applied);
    failures = List.copyOf(failures);
  }

  public static Outcome nothing() {
    return new Outcome(List.of(), List.of());
  }

  /** What became of two plans. */
  public Outcome and(Outcome other) {
    return new Outcome(
        Stream.concat(applied.stream(), other.applied.stream()).toList(),
        Stream.concat(failures.stream(), other.failures.stream()).toList());
  }

  /** The same without failures, for what is tried again. */
  public Outcome applications() {
    return new Outcome(applied, List.of());
  }

  /**
   * One refused action.
   *
   * @param ref the object
   * @param operation what was tried
   * @param code HTTP status; 0 when there was no answer
   * @param message the API server's words and what to do
   */
  public record Failure(ObjectRef ref, Operation operation, int code, String message) {}
}
