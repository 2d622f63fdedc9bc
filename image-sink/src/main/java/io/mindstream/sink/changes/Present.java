package io.mindstream.sink.changes;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Letter;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody sees who comes new: the current runs, the newest trials and the whole. */
final class Present {

  private static final int TRIALS = 60;
  private static final int LETTERS = 20;

  private final Board board;
  private final ChangeLog log;

  Present(Board board, ChangeLog log) {
    this.board = board;
    this.log = log;
  }

  /** In the order of their numbers, so that who is cut off in between can go on. */
  List<Change> changes() {
    return Stream.of(runs(), trials(), letters(), whole())
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Change::number))
        .toList();
  }

  /** As one object: lists with the newest first, and one value of each kind of the whole. */
  String json(String hello) {
    List<String> parts = new ArrayList<>();
    parts.add("\"hello\":" + hello);
    parts.add("\"runs\":" + array(runs()));
    parts.add("\"trials\":" + array(trials()));
    parts.add("\"deadLetters\":" + array(letters()));
    whole().forEach(change -> parts.add("\"" + change.event() + "\":" + change.json()));
    return "{" + String.join(",", parts) + "}";
  }

  private List<Change> runs() {
    return found(board.runs().current().stream().map(Run::runId).map(Thing.OfRun::new));
  }

  private List<Change> trials() {
    Stream<TrialKey> newest = board.trials().newest().stream().limit(TRIALS);
    return found(newest.map(Thing.OfTrial::new));
  }

  private List<Change> letters() {
    Stream<Letter> newest = board.letters().newest(any -> true, LETTERS).stream();
    return found(newest.map(Letter::id).map(Thing.OfLetter::new));
  }

  private List<Change> whole() {
    return found(Arrays.stream(Thing.Whole.values()));
  }

  private List<Change> found(Stream<? extends Thing> things) {
    return things.map(log::of).flatMap(Optional::stream).toList();
  }

  private static String array(List<Change> changes) {
    return changes.stream().map(Change::json).collect(Collectors.joining(",", "[", "]"));
  }
}
