package io.ecommerceplatform.cli.text;

/** How one line of a tree is doing; gives its symbol and its colour. */
public enum Mark {
  FINE("✓", "+", Ink.GREEN),
  WAITING("◌", "~", Ink.YELLOW),
  FAILING("✗", "x", Ink.RED),
  BLOCKED("■", "!", Ink.MAGENTA),
  UNKNOWN("?", "?", Ink.YELLOW);

  private final String symbol;
  private final String ascii;
  private final String color;

  Mark(String symbol, String ascii, String color) {
    this.symbol = symbol;
    this.ascii = ascii;
    this.color = color;
  }

  String symbol(boolean unicode) {
    return unicode ? symbol : ascii;
  }

  public String color() {
    return color;
  }
}
