package io.mindstream.bridge.recorded;

import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import io.mindstream.storage.recording.RecordingIndex;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recordings as a table for people: a line a play. */
public final class SessionTable {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double MIB = 1 << 20;

  private SessionTable() {}

  /** The table. */
  public static ConsoleTable of(List<RecordingIndex> recordings, Topics topics) {
    ConsoleTable table =
        new ConsoleTable(
            Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.row("run", "play", "started", "volumes", "trials", "size", "state");
    recordings.forEach(index -> add(table, index, topics));
    return table;
  }

  private static void add(ConsoleTable table, RecordingIndex index, Topics topics) {
    if (index.plays().isEmpty()) {
      table.row(index.runId(), "", "", count(index, topics), "", size(index), "no header yet");
    }
    for (int number = 1; number <= index.plays().size(); number++) {
      Play play = index.plays().get(number - 1);
      boolean only = index.plays().size() == 1;
      table.row(
          index.runId(),
          String.valueOf(number),
          WHEN.format(play.startedAt()),
          play.volumes() == null && only ? count(index, topics) : known(play.volumes()),
          only ? String.valueOf(index.records(topics.events().name())) : known(play.trials()),
          number == 1 ? size(index) : "",
          play.state() + (play.reason() == null ? "" : ": " + play.reason()));
    }
  }

  private static String known(@Nullable Integer number) {
    return number == null ? "?" : String.valueOf(number);
  }

  private static String count(RecordingIndex index, Topics topics) {
    return String.valueOf(index.records(topics.volumes().name()));
  }

  private static String size(RecordingIndex index) {
    return String.format(Locale.ROOT, "%.1f MiB", index.bytes() / MIB);
  }
}
