package io.mindstream.sink.changes;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.api.Totals;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Thing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Things in their present form, as JSON. */
public final class Views {

  private final Board board;
  private final Supplier<Totals> totals;
  private final Supplier<SystemState> system;
  private final ObjectMapper json;

  /** Looks at the board and at what is not on it. */
  public Views(
      Board board, Supplier<Totals> totals, Supplier<SystemState> system, ObjectMapper json) {
    this.board = board;
    this.totals = totals;
    this.system = system;
    this.json = json;
  }

  /** A thing; empty where it is gone, or not to be shown yet. */
  Optional<View> of(Thing thing) {
    if (thing instanceof Thing.OfRun of) {
      return board.runs().view(of.run()).map(run -> view("run", null, run));
    }
    if (thing instanceof Thing.OfTrial of) {
      return board.trials().view(of.trial()).map(trial -> view("trial", trial.runId(), trial));
    }
    if (thing instanceof Thing.OfVolume of) {
      return board
          .signals()
          .point(of.run(), of.volume())
          .map(point -> view("signal", of.run(), point));
    }
    if (thing instanceof Thing.OfQuality of) {
      return board
          .qualities()
          .point(of.run(), of.volume())
          .map(point -> view("quality", of.run(), point));
    }
    if (thing instanceof Thing.OfLetter of) {
      return board.letters().view(of.id()).map(letter -> view("letter", null, letter));
    }
    return switch ((Thing.Whole) thing) {
      case MODEL -> board.trials().model().map(model -> view("model", null, model));
      case LATENCY -> Optional.of(view("latency", null, board.latencies().view()));
      case TOTALS -> Optional.of(view("totals", null, totals.get()));
      case SYSTEM -> Optional.of(view("system", null, system.get()));
    };
  }

  String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private View view(String event, @Nullable String run, Object value) {
    return new View(event, run, json(value));
  }

  /** A thing's event, the run where only those who watch it need it, and its JSON. */
  record View(String event, @Nullable String run, String json) {}
}
