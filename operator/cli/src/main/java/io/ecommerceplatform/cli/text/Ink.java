package io.ecommerceplatform.cli.text;

/**
 * Colour, when it is wanted.
 *
 * @param on whether escape sequences are written
 */
public record Ink(boolean on) {
  public static final String BOLD = "1";
  public static final String DIM = "2";
  public static final String RED = "31";
  public static final String GREEN = "32";
  public static final String YELLOW = "33";
  public static final String MAGENTA = "35";
  public static final String CYAN = "36";

  /** The text in a colour; the text itself when colour is off or there is nothing to see. */
  public String paint(String color, String text) {
    return on && !text.isBlank() ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }
}
