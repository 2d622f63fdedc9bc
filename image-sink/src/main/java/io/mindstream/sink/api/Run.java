package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.storage.document.QualitySummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param runId run, as BIDS entities
 * @param state STARTED, ENDED or ABORTED
 * @param silent true where a run that is STARTED brought no volume for longer than it may
 * @param source where the volumes come from, for people
 * @param simulated true where no brain was scanned
 * @param startedAt when the acquisition of volume 0 began, UTC
 * @param repetitionTimeSeconds TR
 * @param grid voxels along x, y and z
 * @param roiId whose voxels are decoded
 * @param modelId the model asked for; null leaves the choice to the decoder
 * @param volumes how many came
 * @param expectedVolumes null where the source does not know
 * @param trials how many were shown
 * @param expectedTrials null where the source does not know
 * @param images how many pictures were decoded
 * @param failed how many trials get no picture
 * @param reason why it was aborted, or what of it was lost
 * @param lastVolumeAt when the newest volume came, UTC; null where none was seen
 * @param live true where the topics tell of it, not only the store
 * @param contactSheet address of all its pictures on one; null before its end
 * @param recorded whether it can be replayed from the store
 * @param brain address of a slice of the newest volume; null where none was seen
 * @param quality how good its data were; null before the end, or where nobody measured
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Run(
    String runId,
    String state,
    boolean silent,
    String source,
    boolean simulated,
    Instant startedAt,
    double repetitionTimeSeconds,
    List<Integer> grid,
    String roiId,
    @Nullable String modelId,
    int volumes,
    @Nullable Integer expectedVolumes,
    int trials,
    @Nullable Integer expectedTrials,
    int images,
    int failed,
    @Nullable String reason,
    @Nullable Instant lastVolumeAt,
    boolean live,
    @Nullable String contactSheet,
    boolean recorded,
    @Nullable String brain,
    @Nullable QualitySummary quality) {

  /** The state of a run whose feed is not over. */
  public static final String STARTED = "STARTED";

  /** Copies the list. */
  public Run {
    grid = List.copyOf(grid);
  }

  /** Whether its feed is not over. */
  public boolean underWay() {
    return state.equals(STARTED);
  }
}
