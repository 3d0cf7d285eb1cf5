package io.ecommerceplatform.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text at spaces into lines of a width; a longer word keeps a line of its own. */
public final class Wrapping {
  private Wrapping() {}

  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+")) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
