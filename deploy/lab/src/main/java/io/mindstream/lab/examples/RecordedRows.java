package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.normalise.OfflineVectors;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.run.VolumeRow;
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
   * The vectors (V) that the pipeline makes of its trials, in order of onset; empty for a trial
   * that it would refuse alone.
   *
   * @throws PipelineException where the recipe can't be had of this run
   */
  public List<Optional<float[]>> vectors(VectorRecipe recipe) {
    List<Asked> asked = new ArrayList<>();
    for (FeedMessage.Event event : events) {
      asked.add(finished().asked(event, recipe));
    }
    List<Optional<Answer>> answers =
        OfflineVectors.of(recipe.method(), finished().folded(), rows, asked);
    return answers.stream()
        .map(answer -> answer.filter(made -> !made.isRefusedAlone()).map(Answer::values))
        .toList();
  }

  /** Index of the newest volume that a trial's vector may know. */
  public int moment(VectorRecipe recipe, FeedMessage.Event event) {
    return finished().asked(event, recipe).newestVolume();
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
        .map(event -> detrended.standardised(inside(finished().window(event, windows))))
        .toList();
  }

  /** A window that would end after the run ends with it. */
  private TrialWindow inside(TrialWindow window) {
    int last = Math.min(window.last(), rows.size() - 1);
    return new TrialWindow(Math.min(window.first(), last), last);
  }

  private FinishedRun finished() {
    VolumeRow first =
        rows.stream().filter(VolumeRow::usable).findFirst().orElseThrow(this::lacking);
    return new FinishedRun(
        rows.size(),
        first.values().length,
        description.repetitionTimeSeconds(),
        first.context().outside().length);
  }

  private PipelineException lacking() {
    return new PipelineException(
        FailureCode.TOO_FEW_VOLUMES,
        description.runId() + ": a trial's volumes, or one of the whole run, can't be used");
  }
}
