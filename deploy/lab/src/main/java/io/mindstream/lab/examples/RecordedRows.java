package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.normalise.OfflineVectors;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.VectorFold.FoldTrial;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.roi.RoiPlace;
import io.mindstream.preprocess.roi.RunReference;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A feed's run as the stream keeps it: a row a volume, with motion and the brain outside the ROI.
 * Letters: V voxels of the ROI.
 *
 * @param description of the run
 * @param events in order of onset
 * @param rows in order of index
 */
public record RecordedRows(
    RunDescription description, List<FeedMessage.Event> events, List<VolumeRow> rows) {

  /** Keeps lists of its own. */
  public RecordedRows {
    events = List.copyOf(events);
    rows = List.copyOf(rows);
  }

  /** Reads a whole run. */
  public static RecordedRows read(FeedRun run, RoiMask roi, Realign realign) {
    RunDescription description = run.description();
    Grid grid = Grid.of(description.geometry());
    int[] indices = roi.getIndices().stream().mapToInt(Integer::intValue).toArray();
    List<VolumeRow> rows = new ArrayList<>();
    List<FeedMessage.Event> events = new ArrayList<>();
    @Nullable RunReference reference = null;
    try (FeedRun.Messages messages = run.open()) {
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Event event) {
          events.add(event);
        } else if (message instanceof FeedMessage.Volume volume) {
          StoredVoxels voxels = volume.data().view(grid.shape());
          Reading reading;
          if (reference == null) {
            reference = RunReference.of(voxels, grid, RoiPlace.drawnOn(grid, indices), realign);
            reading = reference.readFirst(voxels);
          } else {
            reading = reference.read(voxels, rows.get(rows.size() - 1).context().motion());
          }
          rows.add(row(reading, rows.size(), description.repetitionTimeSeconds()));
        }
      }
    }
    events.sort(Comparator.comparingDouble(FeedMessage.Event::onsetSeconds));
    return new RecordedRows(description, events, rows);
  }

  private static VolumeRow row(Reading reading, int index, double repetitionTime) {
    Instant at = Instant.EPOCH.plusNanos(Math.round(1e9 * repetitionTime * index));
    return RecordedRun.isFinite(reading.values())
        ? new VolumeRow(0, at, at, reading.values(), reading.context())
        : new VolumeRow(0, at, at, new float[0], VolumeContext.NONE);
  }

  /** The same run with other rows. */
  public RecordedRows with(List<VolumeRow> others) {
    return new RecordedRows(description, events, others);
  }

  /**
   * The vectors (V) that the pipeline makes of its trials, in order of onset.
   *
   * @throws java.util.NoSuchElementException where a trial has none
   */
  public List<float[]> vectors(VectorRecipe recipe) {
    List<Asked> asked = new ArrayList<>();
    for (FeedMessage.Event event : events) {
      TrialWindow window = window(recipe, event);
      FoldTrial trial =
          new FoldTrial(event.trialIndex(), event.onsetSeconds(), event.durationSeconds());
      asked.add(new Asked(trial, window, moment(recipe, event)));
    }
    List<Optional<Answer>> answers = OfflineVectors.of(recipe.method(), folded(), rows, asked);
    return answers.stream().map(answer -> answer.orElseThrow().values()).toList();
  }

  /** Index of the newest volume that a trial's vector may know. */
  public int moment(VectorRecipe recipe, FeedMessage.Event event) {
    int due = recipe.newestVolume(window(recipe, event), description.repetitionTimeSeconds());
    return Math.min(due, rows.size() - 1);
  }

  /** Each trial's window against mean and drift of the whole run, which no live vector knows. */
  public List<float[]> wholeRun(double delaySeconds) {
    float[][] values = rows.stream().map(VolumeRow::values).toArray(float[][]::new);
    DetrendedRun detrended = new DetrendedRun(new RecordedRun(description, events, values));
    VectorRecipe windows = new VectorRecipe(delaySeconds, VectorRecipe.BLOCKS.method(), 0);
    return events.stream()
        .map(event -> detrended.standardised(inside(window(windows, event))))
        .toList();
  }

  /** A window that would end after the run ends with it. */
  private TrialWindow inside(TrialWindow window) {
    int last = Math.min(window.last(), rows.size() - 1);
    return new TrialWindow(Math.min(window.first(), last), last);
  }

  private TrialWindow window(VectorRecipe recipe, FeedMessage.Event event) {
    return recipe.window(
        event.onsetSeconds(), event.durationSeconds(), description.repetitionTimeSeconds());
  }

  private FoldedRun folded() {
    VolumeRow first = rows.stream().filter(VolumeRow::usable).findFirst().orElseThrow();
    return new FoldedRun(
        first.values().length,
        description.repetitionTimeSeconds(),
        OptionalInt.of(rows.size()),
        first.context().outside().length);
  }
}
