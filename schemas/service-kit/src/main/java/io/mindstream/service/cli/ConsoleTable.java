package io.mindstream.service.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows of text for a terminal, each column as wide as its longest cell. */
public final class ConsoleTable {

  private static final int GAP = 2;

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** To which side of its column a cell leans. */
  public enum Align {
    /** Words. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  /** A table with these columns and no rows. */
  public ConsoleTable(Align... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column; further ones may be left out at the end
   * @throws IllegalArgumentException where there are more cells than columns
   */
  public ConsoleTable row(String... cells) {
    if (cells.length > columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fit into " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The rows as lines, without space at their ends. */
  public List<String> lines() {
    List<Column> widths = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int indent = column == 0 ? 0 : GAP;
      widths.add(new Column(indent + width(column), indent, Overflow.TRUNCATE));
    }
    TextTable table =
        TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), widths.toArray(Column[]::new));
    rows.forEach(row -> table.addRowValues(aligned(row)));
    return table.toString().lines().map(String::stripTrailing).toList();
  }

  /** The lines below each other, each with its end. */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines()) + System.lineSeparator();
  }

  private String[] aligned(List<String> row) {
    String[] cells = new String[row.size()];
    for (int column = 0; column < cells.length; column++) {
      String cell = row.get(column);
      int space = columns.get(column) == Align.RIGHT ? width(column) - cell.length() : 0;
      cells[column] = " ".repeat(space) + cell;
    }
    return cells;
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
