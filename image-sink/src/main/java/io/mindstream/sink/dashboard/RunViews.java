package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.history.StoredRun;
import io.mindstream.storage.document.QualitySummary;
import io.mindstream.storage.document.RunDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as the API shows them, of the topics or of the store. */
public final class RunViews {

  private RunViews() {}

  /** A run that the topics tell of. */
  static Run of(RunHeader header, StoredRun stored, Progress progress) {
    Geometry grid = header.getGeometry();
    String run = header.getRunId();
    return new Run(
        run,
        header.getState().name(),
        progress.silent(),
        header.getSource(),
        header.getSimulated(),
        header.getStartedAt(),
        header.getRepetitionTimeSeconds(),
        List.of(grid.getNx(), grid.getNy(), grid.getNz()),
        header.getRoiId(),
        header.getModelId().orElse(null),
        progress.volumes(),
        header.getExpectedVolumes().orElse(null),
        Math.max(progress.trials(), stored.trials().size()),
        header.getExpectedTrials().orElse(null),
        Math.max(progress.images(), stored.pictures()),
        progress.failed(),
        header.getReason().orElse(null),
        progress.lastVolumeAt(),
        true,
        contactSheet(run, stored),
        stored.recorded(),
        progress.brain() == null ? null : Addresses.of(run, "brain.png", progress.brain()),
        progress.quality());
  }

  /** A run that the store alone tells of. */
  public static Run of(RunDocument document, StoredRun stored) {
    Integer published = document.publishedVolumes();
    return new Run(
        document.runId(),
        document.state(),
        false,
        document.source(),
        document.simulated(),
        document.startedAt(),
        document.repetitionTimeSeconds(),
        document.grid(),
        document.roiId(),
        document.modelId(),
        published == null ? 0 : published,
        published,
        stored.trials().size(),
        document.expectedTrials(),
        stored.pictures(),
        0,
        document.reason(),
        null,
        false,
        contactSheet(document.runId(), stored),
        stored.recorded(),
        null,
        document.quality());
  }

  /** A run of which the store has trials and no document. */
  public static Run of(String run, StoredRun stored) {
    return new Run(
        run,
        "ENDED",
        false,
        "not known: run.json lacks",
        false,
        Instant.EPOCH,
        0,
        List.of(),
        "",
        null,
        0,
        null,
        stored.trials().size(),
        null,
        stored.pictures(),
        0,
        null,
        null,
        false,
        contactSheet(run, stored),
        stored.recorded(),
        null,
        null);
  }

  private static @Nullable String contactSheet(String run, StoredRun stored) {
    return stored.contactSheet() ? Addresses.of(run, "contact-sheet.png", null) : null;
  }

  /** What came of a run so far. */
  record Progress(
      boolean silent,
      int volumes,
      int trials,
      int images,
      int failed,
      @Nullable Instant lastVolumeAt,
      @Nullable String brain,
      @Nullable QualitySummary quality) {}
}
