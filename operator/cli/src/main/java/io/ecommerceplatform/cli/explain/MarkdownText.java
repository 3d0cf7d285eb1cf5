package io.ecommerceplatform.cli.explain;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the little Markdown that runbooks use (titles, lists, code) on a terminal.
 *
 * @param ink colour
 * @param width columns
 */
public record MarkdownText(Ink ink, int width) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");
  private static final Pattern ITEM = Pattern.compile("^(\\s*(?:[-*]|\\d+\\.)\\s+)(.*)$");

  public List<String> lines(String markdown) {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : markdown.strip().split("\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        lines.add("    " + ink.paint(Ink.CYAN, line));
      } else if (line.startsWith("#")) {
        lines.add(ink.paint(Ink.BOLD, line.replaceFirst("^#+\\s*", "")));
      } else {
        prose(line, lines);
      }
    }
    return lines;
  }

  private void prose(String line, List<String> lines) {
    Matcher item = ITEM.matcher(line);
    String start = item.matches() ? item.group(1) : "";
    String text = LINK.matcher(item.matches() ? item.group(2) : line).replaceAll("$1");
    List<String> wrapped = Wrapping.lines(text, Math.max(40, width - start.length()));
    for (int i = 0; i < wrapped.size(); i++) {
      String indent = i == 0 ? start : " ".repeat(start.length());
      lines.add(indent + painted(wrapped.get(i)));
    }
  }

  private String painted(String text) {
    String bold = replaced(BOLD, Ink.BOLD, text);
    // without colour the back quotes stay: they show where a command ends
    return ink.on() ? replaced(CODE, Ink.CYAN, bold) : bold;
  }

  private String replaced(Pattern pattern, String color, String text) {
    return pattern
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(ink.paint(color, m.group(1))));
  }
}
