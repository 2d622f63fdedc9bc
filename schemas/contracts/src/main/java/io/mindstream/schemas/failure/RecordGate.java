package io.mindstream.schemas.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.kafka.MessageLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * What every reader asks of a decoded record before it uses it: names of a bearable length, times
 * of this world, numbers that are numbers, volumes that fit the memory kept for them. What else a
 * record must be is the reader's own to check.
 *
 * <p>Every method throws {@link PipelineException} with {@link FailureCode#INVALID_RECORD}, naming
 * the field, where the record must not come in.
 */
public final class RecordGate {

  /** Most bytes of a name or id, as UTF-8. */
  public static final int MAX_ID_BYTES = 256;

  /** Most answers to one trial. */
  public static final int MAX_REVISION = 10_000;

  /** The first time that is taken. */
  public static final Instant FIRST = Instant.EPOCH;

  /** The first time that is no longer taken: in nanoseconds, today's dates lie far behind it. */
  public static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private RecordGate() {}

  /** A run header: ids, start, a repetition time above 0 and finite, a grid within the limit. */
  public static void check(RunHeader header) {
    id("runId", header.getRunId());
    id("roiId", header.getRoiId());
    header.getModelId().ifPresent(model -> id("modelId", model));
    time("startedAt", header.getStartedAt());
    double tr = header.getRepetitionTimeSeconds();
    require(
        Double.isFinite(tr) && tr > 0,
        "repetitionTimeSeconds must be finite and above 0, got " + tr);
    check(header.getGeometry());
  }

  /** A volume: its run, its times, its scaling, its grid and its bytes. */
  public static void check(BoldVolume volume) {
    id("runId", volume.getRunId());
    time("acquiredAt", volume.getAcquiredAt());
    time("receivedAt", volume.getReceivedAt());
    finite("slope", volume.getSlope());
    finite("intercept", volume.getIntercept());
    grid(volume.getNx(), volume.getNy(), volume.getNz());
    size("voxels", volume.getVoxels().remaining());
  }

  /** An event: its ids, its time, its place in the run, its window. */
  public static void check(StimulusEvent event) {
    id("runId", event.getRunId());
    id("trialType", event.getTrialType());
    event.getStimulusId().ifPresent(stimulus -> id("stimulusId", stimulus));
    time("occurredAt", event.getOccurredAt());
    finite("onsetSeconds", event.getOnsetSeconds());
    finite("durationSeconds", event.getDurationSeconds());
    event
        .getWindowDelaySeconds()
        .ifPresent(
            delay ->
                require(
                    EventWindow.isDelay(delay),
                    "windowDelaySeconds " + EventWindow.DELAYS + ", got " + delay));
    event
        .getWindowLengthSeconds()
        .ifPresent(
            length ->
                require(
                    EventWindow.isLength(length),
                    "windowLengthSeconds " + EventWindow.LENGTHS + ", got " + length));
  }

  /** An ROI mask: its id, its grid, and the image it was drawn on, where it has one. */
  public static void check(RoiMask mask) {
    id("roiId", mask.getRoiId());
    check(mask.getGeometry());
    mask.getReference().ifPresent(image -> check(image, mask.getGeometry()));
  }

  private static void check(RoiReference image, Geometry grid) {
    finite("reference.slope", image.getSlope());
    finite("reference.intercept", image.getIntercept());
    long voxels = product(product(grid.getNx(), grid.getNy()), grid.getNz());
    long bytes = voxels * StoredVoxels.Type.valueOf(image.getType().name()).bytes();
    require(
        image.getVoxels().remaining() == bytes,
        "reference.voxels of the mask's grid are "
            + bytes
            + " bytes, got "
            + image.getVoxels().remaining());
  }

  /** A trial's vector: its ids, its times, its place in the run. */
  public static void check(VoxelVector vector) {
    id("runId", vector.getRunId());
    id("roiId", vector.getRoiId());
    id("trialType", vector.getTrialType());
    vector.getStimulusId().ifPresent(stimulus -> id("stimulusId", stimulus));
    vector.getModelId().ifPresent(model -> id("modelId", model));
    finite("onsetSeconds", vector.getOnsetSeconds());
    finite("durationSeconds", vector.getDurationSeconds());
    revision(vector.getRevision());
    check(vector.getTimes());
  }

  /** A decoded picture: its ids, its times, its place in the run. */
  public static void check(DecodedImage image) {
    id("runId", image.getRunId());
    id("trialType", image.getTrialType());
    image.getStimulusId().ifPresent(stimulus -> id("stimulusId", stimulus));
    id("modelId", image.getModelId());
    id("modelChecksum", image.getModelChecksum());
    finite("onsetSeconds", image.getOnsetSeconds());
    revision(image.getRevision());
    check(image.getTimes());
  }

  /** A picture while sampling: its run. */
  public static void check(Preview preview) {
    id("runId", preview.getRunId());
  }

  /** What is known of a run's quality: its run, its times, its measures. */
  public static void check(ScanQuality quality) {
    id("runId", quality.getRunId());
    time("startedAt", quality.getStartedAt());
    quality.getVolume().ifPresent(RecordGate::check);
    quality.getSummary().ifPresent(RecordGate::check);
    require(
        quality.getVolume().isPresent() != quality.getSummary().isPresent(),
        "exactly one of volume and summary must be set");
  }

  private static void check(VolumeQuality volume) {
    require(volume.getIndex() >= 0, "index counts from 0, got " + volume.getIndex());
    time("acquiredAt", volume.getAcquiredAt());
    time("receivedAt", volume.getReceivedAt());
    int numbers = volume.getMotion().size();
    require(numbers == 0 || numbers == 6, "motion needs 6 numbers, or none, got " + numbers);
    volume.getMotion().forEach(number -> finite("motion", number));
    finite("framewiseDisplacement", volume.getFramewiseDisplacement());
    finite("framewiseDisplacementNotched", volume.getFramewiseDisplacementNotched());
    finite("dvars", volume.getDvars());
    finite("tsnr", volume.getTsnr());
    finite("cnr", volume.getCnr());
    finite("outlierShare", volume.getOutlierShare());
    finite("ghostRatio", volume.getGhostRatio());
    finite("drift", volume.getDrift());
    finite("meanSignal", volume.getMeanSignal());
    finite("arrivalJitterSeconds", volume.getArrivalJitterSeconds());
  }

  private static void check(RunQuality summary) {
    finite("meanFramewiseDisplacement", summary.getMeanFramewiseDisplacement());
    finite("maxFramewiseDisplacement", summary.getMaxFramewiseDisplacement());
    finite("meanDvars", summary.getMeanDvars());
    finite("tsnr", summary.getTsnr());
    finite("cnr", summary.getCnr());
    finite("drift", summary.getDrift());
    finite("meanGhostRatio", summary.getMeanGhostRatio());
    finite("maxArrivalJitterSeconds", summary.getMaxArrivalJitterSeconds());
  }

  private static void finite(String field, Optional<Double> value) {
    value.ifPresent(number -> finite(field, number));
  }

  private static void check(Geometry geometry) {
    grid(geometry.getNx(), geometry.getNy(), geometry.getNz());
  }

  private static void check(StageTimes times) {
    time("lastVolumeAcquiredAt", times.getLastVolumeAcquiredAt());
    time("lastVolumeReceivedAt", times.getLastVolumeReceivedAt());
    time("vectorEmittedAt", times.getVectorEmittedAt());
    times.getDecodeStartedAt().ifPresent(at -> time("decodeStartedAt", at));
    times.getDecodeEndedAt().ifPresent(at -> time("decodeEndedAt", at));
  }

  private static void id(String field, String value) {
    int bytes = value.getBytes(UTF_8).length;
    require(bytes <= MAX_ID_BYTES, field + " may have " + MAX_ID_BYTES + " bytes, it has " + bytes);
  }

  private static void time(String field, Instant at) {
    require(
        !at.isBefore(FIRST) && at.isBefore(END),
        field + " must lie between 1970 and 2200, in microseconds since 1970, got " + at);
  }

  private static void revision(int revision) {
    require(
        revision >= 1 && revision <= MAX_REVISION,
        "revision must be 1 to " + MAX_REVISION + ", got " + revision);
  }

  private static void finite(String field, double value) {
    require(Double.isFinite(value), field + " must be finite, got " + value);
  }

  /** The smallest voxel has two bytes. */
  private static void grid(int nx, int ny, int nz) {
    require(
        nx > 0 && ny > 0 && nz > 0,
        "nx, ny and nz must be 1 or more, got " + nx + "x" + ny + "x" + nz);
    size("the grid's voxels", product(product(product(nx, ny), nz), Short.BYTES));
  }

  private static void size(String what, long bytes) {
    require(
        bytes <= MessageLimits.MAX_VOLUME_BYTES,
        what + " may take " + MessageLimits.MAX_VOLUME_BYTES + " bytes, they take " + bytes);
  }

  /** Of non-negative numbers; the largest there is where the product is larger. */
  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  private static void require(boolean fine, String message) {
    if (!fine) {
      throw new PipelineException(FailureCode.INVALID_RECORD, message);
    }
  }
}
