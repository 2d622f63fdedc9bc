package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.normalise.OfflineVectors;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    RowReader reader = new RowReader(grid, indices, realign, description.repetitionTimeSeconds());
    List<VolumeRow> rows = new ArrayList<>();
    List<FeedMessage.Event> events = new ArrayList<>();
    try (FeedRun.Messages messages = run.open()) {
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Event event) {
          events.add(event);
        } else if (message instanceof FeedMessage.Volume volume) {
          StoredVoxels voxels = volume.data().view(grid.shape());
          rows.add(reader.read(voxels));
        }
      }
    }
    events.sort(Comparator.comparingDouble(FeedMessage.Event::onsetSeconds));
    return new RecordedRows(description, events, rows);
  }

  /** The same run with other rows. */
  public RecordedRows with(List<VolumeRow> others) {
    return new RecordedRows(description, events, others);
  }

  /**
   * The vectors (V) that the pipeline makes of its trials, in order of onset.
   *
   * @throws PipelineException where a trial has none
   */
  public List<float[]> vectors(VectorRecipe recipe) {
    List<Asked> asked = new ArrayList<>();
    for (FeedMessage.Event event : events) {
      TrialWindow window = window(recipe, event);
      asked.add(new Asked(trial(event), window, moment(recipe, event)));
    }
    List<Optional<Answer>> answers = OfflineVectors.of(recipe.method(), folded(), rows, asked);
    return answers.stream().map(answer -> answer.orElseThrow(this::lacking).values()).toList();
  }

  /** The trial of an event as a fold knows it. */
  static FoldTrial trial(FeedMessage.Event event) {
    return new FoldTrial(
        event.trialIndex(),
        event.stimulusId(),
        event.onsetSeconds(),
        event.durationSeconds(),
        List.of());
  }

  /** Index of the newest volume that a trial's vector may know. */
  public int moment(VectorRecipe recipe, FeedMessage.Event event) {
    int due = recipe.newestVolume(window(recipe, event), description.repetitionTimeSeconds());
    return Math.min(due, rows.size() - 1);
  }

  /**
   * Each trial's window against mean and drift of the whole run, which no live vector knows.
   *
   * @throws PipelineException where a volume can't be used
   */
  public List<float[]> wholeRun(double delaySeconds) {
    if (!rows.stream().allMatch(VolumeRow::usable)) {
      throw lacking();
    }
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
        event.onsetSeconds(),
        event.durationSeconds(),
        event.window(),
        description.repetitionTimeSeconds());
  }

  private FoldedRun folded() {
    VolumeRow first =
        rows.stream().filter(VolumeRow::usable).findFirst().orElseThrow(this::lacking);
    return new FoldedRun(
        first.values().length,
        description.repetitionTimeSeconds(),
        OptionalInt.of(rows.size()),
        first.context().outside().length);
  }

  private PipelineException lacking() {
    return new PipelineException(
        FailureCode.TOO_FEW_VOLUMES,
        description.runId() + ": a trial's volumes, or one of the whole run, can't be used");
  }
}
