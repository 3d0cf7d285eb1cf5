package io.ecommerceplatform.finding;

/**
 * Something about one part of the platform that a person should know.
 *
 * @param part the condition that it makes false
 * @param reason why, from the closed list
 * @param path the field of the resource that it is about, for example {@code
 *     spec.services[order].uses}; empty when it is about none
 * @param message what is wrong and what to do
 */
public record Finding(ConditionType part, Reason reason, String path, String message) {

  /** The form in which it is shown: {@code path: message}. */
  public String text() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
