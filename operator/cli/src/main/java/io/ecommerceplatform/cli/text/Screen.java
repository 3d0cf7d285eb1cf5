package io.ecommerceplatform.cli.text;

import java.io.PrintWriter;
import java.util.List;

/** Draws the same block of lines again and again in the place where it is. */
public final class Screen {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";

  private final PrintWriter out;
  private final int width;
  private final int height;
  private int drawn;

  public Screen(PrintWriter out, int width, int height) {
    this.out = out;
    this.width = width;
    this.height = height;
  }

  /** Replaces what was drawn before; what does not fit is cut off, else the block would wander. */
  public void draw(List<String> lines) {
    List<String> visible = lines.subList(0, Math.min(lines.size(), Math.max(1, height - 1)));
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A\r\u001b[J");
    }
    visible.forEach(line -> out.println(clipped(line)));
    out.flush();
    drawn = visible.size();
  }

  private String clipped(String line) {
    String plain = line.replaceAll(ESCAPES, "");
    return plain.length() <= width ? line : plain.substring(0, width);
  }
}
