package io.mindstream.storage.document;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was and what came of it.
 *
 * @param format version of this document
 * @param runId run, as BIDS entities
 * @param state STARTED, ENDED or ABORTED
 * @param source where the volumes came from, for people
 * @param simulated true where no brain was scanned
 * @param startedAt when the acquisition of volume 0 began, UTC
 * @param repetitionTimeSeconds TR
 * @param grid voxels along x, y and z
 * @param voxelSizeMillimetres of a voxel along x, y and z
 * @param roiId whose voxels were decoded
 * @param modelId the model asked for, where one was
 * @param publishedVolumes how many volumes the feed published, once it is over
 * @param expectedTrials how many trials the source announced, where it did
 * @param reason why it was aborted, or what of it was lost
 * @param quality how good its data were; null before the end, or where nobody measured
 * @param trials the decoded trials, by index; empty while the run goes on
 * @param software what wrote this
 */
public record RunDocument(
    int format,
    String runId,
    String state,
    String source,
    boolean simulated,
    Instant startedAt,
    double repetitionTimeSeconds,
    List<Integer> grid,
    List<Double> voxelSizeMillimetres,
    String roiId,
    @Nullable String modelId,
    @Nullable Integer publishedVolumes,
    @Nullable Integer expectedTrials,
    @Nullable String reason,
    @Nullable QualitySummary quality,
    List<Trial> trials,
    Software software) {

  /** The version that is written. */
  public static final int FORMAT = 3;

  /** The first version whose trials say the names of the pictures shown. */
  private static final int WITH_STIMULI = 3;

  /** Copies the lists. */
  public RunDocument {
    grid = List.copyOf(grid);
    voxelSizeMillimetres = List.copyOf(voxelSizeMillimetres);
    trials = List.copyOf(trials);
  }

  /**
   * A decoded trial.
   *
   * @param index origin 0
   * @param type category shown
   * @param stimulusId name of the very picture shown; null where not known, as before format 3
   * @param onsetSeconds start of the stimulus from volume 0
   * @param modelId the model that decoded it
   * @param samples how many pictures are stored
   * @param samplesExpected of how many
   * @param stimulus whether the picture that was shown is stored
   * @param quality as in {@link TrialDocument}
   * @param revision which of its answers this is of: the newest that has all its pictures, where
   *     one has; else the newest
   * @param similarity to the picture that was shown, mean over the samples; null where it is not
   *     known
   */
  public record Trial(
      int index,
      String type,
      @Nullable String stimulusId,
      double onsetSeconds,
      String modelId,
      int samples,
      int samplesExpected,
      boolean stimulus,
      List<String> quality,
      int revision,
      @Nullable Similarity similarity) {

    /** Copies the list. Before format 2 a trial had one answer. */
    public Trial {
      revision = Math.max(1, revision);
      quality = List.copyOf(quality);
    }
  }

  /**
   * How alike two pictures are.
   *
   * @param pixelCorrelation Pearson's correlation over pixels and colours, -1 to 1
   * @param ssim structural similarity of the luminances, at most 1
   */
  public record Similarity(double pixelCorrelation, double ssim) {}

  /** The document of a run that nothing was decoded of yet. */
  public static RunDocument of(RunHeader header) {
    Geometry grid = header.getGeometry();
    return new RunDocument(
        FORMAT,
        header.getRunId(),
        header.getState().name(),
        header.getSource(),
        header.getSimulated(),
        header.getStartedAt(),
        header.getRepetitionTimeSeconds(),
        List.of(grid.getNx(), grid.getNy(), grid.getNz()),
        grid.getVoxelSizeMm(),
        header.getRoiId(),
        header.getModelId().orElse(null),
        header.getPublishedVolumes().orElse(null),
        header.getExpectedTrials().orElse(null),
        header.getReason().orElse(null),
        null,
        List.of(),
        Software.THIS);
  }

  /** Whether its trials say which pictures were shown; those of older documents do not. */
  public boolean namesStimuli() {
    return format >= WITH_STIMULI;
  }

  /** Whether its feed is over. */
  public boolean over() {
    return !state.equals("STARTED");
  }

  /** With these trials, and what is known of its quality. */
  public RunDocument with(List<Trial> decoded, @Nullable QualitySummary measured) {
    return new RunDocument(
        format,
        runId,
        state,
        source,
        simulated,
        startedAt,
        repetitionTimeSeconds,
        grid,
        voxelSizeMillimetres,
        roiId,
        modelId,
        publishedVolumes,
        expectedTrials,
        reason,
        measured,
        decoded,
        software);
  }
}
