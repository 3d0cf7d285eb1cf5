package io.ecommerceplatform.operator.report;

import java.nio.charset.StandardCharsets;

/**
 * One event for people.
 *
 * @param type Normal or Warning, as Kubernetes knows them
 * @param reason one word in CamelCase
 * @param message what happened, with the names of the objects
 */
public record Note(Type type, String reason, String message) {
  private static final String MORE = "…";

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

  /** The message in at most so many bytes of UTF-8, cut between two characters. */
  String within(int bytes) {
    if (size(message) <= bytes) {
      return message;
    }
    StringBuilder text = new StringBuilder();
    int room = bytes - size(MORE);
    for (int character : message.codePoints().toArray()) {
      room -= size(Character.toString(character));
      if (room < 0) {
        break;
      }
      text.appendCodePoint(character);
    }
    return text + MORE;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
