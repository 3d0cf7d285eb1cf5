package io.ecommerceplatform.cli;

import java.util.Locale;
import java.util.Map;

/**
 * What standard output is connected to. The start script knows it and says so in the environment,
 * because asking from Java costs more time than the rest of {@code --help}.
 *
 * @param interactive whether a person looks at it
 * @param noColor whether the person asked for no colour
 * @param unicode whether it shows more than ASCII
 * @param width columns
 * @param height lines
 */
public record Terminal(
    boolean interactive, boolean noColor, boolean unicode, int width, int height) {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 50;

  static Terminal of(Map<String, String> environment) {
    boolean interactive = "1".equals(environment.get("ECP_TERMINAL"));
    boolean noColor =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return new Terminal(
        interactive,
        noColor,
        isUnicode(environment),
        number(environment.get("COLUMNS"), WIDTH),
        number(environment.get("LINES"), HEIGHT));
  }

  private static boolean isUnicode(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String locale = value.toUpperCase(Locale.ROOT);
        return locale.contains("UTF-8") || locale.contains("UTF8");
      }
    }
    return false;
  }

  private static int number(String text, int otherwise) {
    if (text == null || !text.matches("[1-9]\\d{0,3}")) {
      return otherwise;
    }
    return Integer.parseInt(text);
  }
}
