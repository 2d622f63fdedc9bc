package io.mindstream.imaging.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.fmri.EventWindow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTsvTest {

  @TempDir private Path folder;

  @Test
  void shouldOrderEventsByOnset() throws IOException {
    List<EventRow> events =
        EventsTsv.read(file("onset\tduration\ttrial_type\n30\t4\tface\n10.5\t4\tcat\n"));
    assertThat(events).extracting(EventRow::trialType).containsExactly("cat", "face");
  }

  @Test
  void shouldTakeNotAvailableAsAbsent() throws IOException {
    List<EventRow> events =
        EventsTsv.read(file("onset\tduration\ttrial_type\tstim_file\n1\tn/a\tn/a\tn/a\n"));
    assertThat(events).containsExactly(new EventRow(1, 0, "n/a", Optional.empty()));
  }

  @Test
  void shouldDoWithoutOptionalColumns() throws IOException {
    assertThat(EventsTsv.read(file("duration\tonset\textra\r\n4\t-1\tx\r\n")))
        .containsExactly(new EventRow(-1, 4, "n/a", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "1:-2, 3, duration",
    "1:soon, 3, duration",
    "'4,5:1', 3, onset",
    "4f:1, 3, onset",
    "1e999:1, 3, onset",
    "1:2:3, 3, onset",
    "1, 3, onset"
  })
  void shouldNameLineAndColumnOfWhatIsWrong(String row, int line, String column)
      throws IOException {
    Path file = file("onset\tduration\n5\t4\n" + row.replace(':', '\t') + "\n");
    assertThatThrownBy(() -> EventsTsv.read(file))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining(file + ":" + line + ": column " + column);
  }

  @Test
  void shouldReadTheWindowsThatEventsAskFor() throws IOException {
    Path file =
        file("onset\tduration\twindow_delay\twindow_length\n1\t2\t4.5\tn/a\n9\t2\tn/a\t6\n");
    assertThat(EventsTsv.read(file))
        .extracting(EventRow::window)
        .containsExactly(
            new EventWindow(Optional.of(4.5), Optional.empty()),
            new EventWindow(Optional.empty(), Optional.of(6.0)));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2, window_delay",
    "3601, 2, window_delay",
    "late, 2, window_delay",
    "1, 0, window_length",
    "1, 3601, window_length",
    "1, '2,5', window_length"
  })
  void shouldNameLineAndColumnOfAWindowThatCannotBe(String delay, String length, String column)
      throws IOException {
    Path file =
        file("onset\tduration\twindow_delay\twindow_length\n1\t2\t" + delay + "\t" + length);
    assertThatThrownBy(() -> EventsTsv.read(file))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining(file + ":2: column " + column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "", "NaN", "nan", "N/A"})
  void shouldLeaveOutARowWithoutAnOnsetAndNameIt(String onset) throws IOException {
    Path file = file("duration\tonset\n4\t1\n\n4\t" + onset + "\n4\t9");
    List<String> notes = new ArrayList<>();
    assertThat(EventsTsv.read(file, notes::add))
        .extracting(EventRow::onsetSeconds)
        .containsExactly(1.0, 9.0);
    assertThat(notes).singleElement().asString().contains(file + ":4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void shouldCountBlankLines(String end) throws IOException {
    Path file = file(String.join(end, "onset\tduration", "", "", "5\t1", "", "soon\t1"));
    assertThatThrownBy(() -> EventsTsv.read(file)).hasMessageContaining(file + ":6:");
  }

  @Test
  void shouldSayThatADurationLacks() throws IOException {
    List<String> notes = new ArrayList<>();
    EventsTsv.read(file("onset\tduration\n1\tn/a\n2\t3\n"), notes::add);
    assertThat(notes).singleElement().asString().contains("line 2", "0 s");
  }

  @Test
  void shouldReadColumnsByNameBesideOneWithout() throws IOException {
    List<String> notes = new ArrayList<>();
    assertThat(EventsTsv.read(file("\tonset\tduration\n7\t1\t2\n"), notes::add))
        .containsExactly(new EventRow(1, 2, "n/a", Optional.empty()));
    assertThat(notes).singleElement().asString().contains("column 1 has no name");
  }

  @Test
  void shouldNotMindAByteOrderMark() throws IOException {
    assertThat(EventsTsv.read(file("\uFEFFonset\tduration\n1\t2\n"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"})
  void shouldNameLineAndRemedyOfAnotherEncoding(String encoding) throws IOException {
    Path file = folder.resolve("events.tsv");
    Files.write(file, "onset\tduration\n1\t2\u00e9\n".getBytes(Charset.forName(encoding)));
    assertThatThrownBy(() -> EventsTsv.read(file))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("line ")
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  void shouldNameAMissingColumn() throws IOException {
    Path file = file("onset,duration\n1,2\n");
    assertThatThrownBy(() -> EventsTsv.read(file))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("column onset: missing");
  }

  @ParameterizedTest
  @CsvSource({"'',0", "onset,0", "'onset\tduration\n',0", "'onset\tduration\n1\t2\n3\t',1"})
  void shouldLeaveALineThatIsStillWrittenForLater(String text, int events) throws IOException {
    String written = text.replace("\\t", "\t").replace("\\n", "\n");
    assertThat(EventsTsv.readGrowing(file(written))).hasSize(events);
  }

  @Test
  void shouldReadBackWhatItWrites() {
    List<EventRow> events =
        List.of(
            new EventRow(0.5, 4, "face", Optional.of("face-000001.png")),
            new EventRow(9, 0, "n/a", Optional.empty()));
    Path file = folder.resolve("written.tsv");
    EventsTsv.write(file, events);
    assertThat(EventsTsv.read(file)).isEqualTo(events);
  }

  @Test
  void shouldWriteNoColumnsOfWindowsThatNobodyAsksFor() throws IOException {
    Path file = folder.resolve("written.tsv");
    EventsTsv.write(file, List.of(new EventRow(9, 0, "n/a", Optional.empty())));
    assertThat(file).content().doesNotContain("window");
  }

  @Test
  void shouldReadBackTheWindowsThatItWritesAndAppends() {
    EventWindow own = new EventWindow(Optional.of(4.5), Optional.of(6.0));
    EventRow asking = new EventRow(1, 2, "face", Optional.empty(), own);
    EventRow usual = new EventRow(9, 0, "n/a", Optional.empty());
    Path written = folder.resolve("written.tsv");
    EventsTsv.write(written, List.of(asking, usual));
    Path appended = folder.resolve("appended.tsv");
    EventsTsv.begin(appended);
    EventsTsv.append(appended, asking);
    EventsTsv.append(appended, usual);
    assertThat(EventsTsv.read(written)).containsExactly(asking, usual);
    assertThat(EventsTsv.read(appended)).containsExactly(asking, usual);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("events.tsv"), text);
  }
}
