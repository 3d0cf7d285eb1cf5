package io.ecommerceplatform.cli.text;

import java.util.List;

/**
 * A titled part of a tree.
 *
 * @param title one word
 * @param summary for example {@code 7/8}; may be empty
 * @param rows its lines
 */
public record Section(String title, String summary, List<Row> rows) {
  public Section {
    rows = List.copyOf(rows);
  }
}
