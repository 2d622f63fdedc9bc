package io.mindstream.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.service.cli.ConsoleTable.Align;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {

  private final ConsoleTable table = new ConsoleTable(Align.LEFT, Align.RIGHT);

  @Test
  void shouldMakeAColumnAsWideAsItsLongestCell() {
    assertThat(table.row("images stored", "9").row("runs", "120").lines())
        .containsExactly("images stored    9", "runs           120");
  }

  @Test
  void shouldLeaveALineEmptyWhereARowIs() {
    assertThat(table.row("a", "1").row("").row("b", "2").lines())
        .containsExactly("a  1", "", "b  2");
  }

  @Test
  void shouldShowLongCellsWhole() {
    String address = "x".repeat(300);

    assertThat(table.row(address, "1").lines()).containsExactly(address + "  1");
  }

  @Test
  void shouldRefuseMoreCellsThanColumns() {
    assertThatThrownBy(() -> table.row("a", "1", "b")).hasMessageContaining("2 columns");
  }
}
