package io.ecommerceplatform.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws sections as a tree with aligned columns.
 *
 * @param ink colour
 * @param unicode whether lines and symbols may be more than ASCII
 * @param width columns of the terminal
 */
public record TreeText(Ink ink, boolean unicode, int width) {
  private static final int NARROWEST = 40;

  public List<String> section(Section section) {
    List<String> lines = new ArrayList<>();
    String summary = section.summary().isEmpty() ? "" : "  " + section.summary();
    lines.add(ink.paint(Ink.BOLD, section.title()) + summary);
    int[] widths = widths(section.rows());
    for (int i = 0; i < section.rows().size(); i++) {
      row(section.rows().get(i), widths, i == section.rows().size() - 1, lines);
    }
    return lines;
  }

  /** A sentence under an indentation, wrapped. */
  public List<String> sentence(String indent, String text) {
    int room = Math.max(NARROWEST, width - indent.length());
    return Wrapping.lines(text, room).stream().map(line -> indent + line).toList();
  }

  /** What to type, never wrapped, so that it can be copied. */
  public String command(String indent, String command) {
    return indent + (unicode ? "→ " : "-> ") + ink.paint(Ink.CYAN, command);
  }

  public String mark(Mark mark) {
    return ink.paint(mark.color(), mark.symbol(unicode));
  }

  private void row(Row row, int[] widths, boolean last, List<String> lines) {
    String branch = unicode ? (last ? "└─ " : "├─ ") : (last ? "`- " : "|- ");
    StringBuilder line = new StringBuilder(ink.paint(Ink.DIM, branch)).append(mark(row.mark()));
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      boolean loud = i == 0 && row.mark() != Mark.FINE;
      line.append(i == 0 ? " " : "  ").append(loud ? ink.paint(row.mark().color(), cell) : cell);
      line.append(" ".repeat(Math.max(0, widths[i] - cell.length())));
    }
    lines.add(line.toString().stripTrailing());
    String indent = ink.paint(Ink.DIM, last ? "   " : (unicode ? "│  " : "|  "));
    for (String note : row.notes()) {
      for (String part : Wrapping.lines(note, Math.max(NARROWEST, width - 5))) {
        lines.add(indent + "  " + part);
      }
    }
    if (!row.command().isEmpty()) {
      lines.add(command(indent + "  ", row.command()));
    }
  }

  private static int[] widths(List<Row> rows) {
    int columns = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (Row row : rows) {
      // the last cell of a row widens no column: a long sentence there pushes nothing away
      for (int i = 0; i < row.cells().size() - 1; i++) {
        widths[i] = Math.max(widths[i], row.cells().get(i).length());
      }
    }
    return widths;
  }
}
