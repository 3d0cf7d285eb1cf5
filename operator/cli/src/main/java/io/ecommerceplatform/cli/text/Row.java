package io.ecommerceplatform.cli.text;

import java.util.List;

/**
 * One line of a section, with what has to be said about it below.
 *
 * @param mark how it is doing
 * @param cells aligned with those of the other rows
 * @param notes sentences, wrapped under the row
 * @param command what to type; empty when there is nothing to do
 */
public record Row(Mark mark, List<String> cells, List<String> notes, String command) {

  public Row {
    cells = cells.stream().map(c -> c == null ? "" : c).toList();
    notes = notes.stream().filter(n -> n != null && !n.isBlank()).toList();
  }

  public static Row of(Mark mark, String... cells) {
    return new Row(mark, java.util.Arrays.asList(cells), List.of(), "");
  }

  public Row saying(String note) {
    return new Row(mark, cells, note == null ? List.of() : List.of(note), command);
  }

  public Row typing(String newCommand) {
    return new Row(mark, cells, notes, newCommand);
  }
}
