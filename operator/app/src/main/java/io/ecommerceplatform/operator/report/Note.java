package io.ecommerceplatform.operator.report;

/**
 * One event for people.
 *
 * @param type Normal or Warning, as Kubernetes knows them
 * @param reason one word in CamelCase
 * @param message what happened, with the names of the objects
 */
public record Note(Type type, String reason, String message) {
  /** The two types of a Kubernetes event. */
  public enum Type {
    Normal,
    Warning
  }

  static Note normal(String reason, String message) {
    return new Note(Type.Normal, reason, message);
  }

  static Note warning(String reason, String message) {
    return new Note(Type.Warning, reason, message);
  }
}
