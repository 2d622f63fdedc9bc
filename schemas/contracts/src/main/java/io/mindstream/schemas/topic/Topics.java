package io.mindstream.schemas.topic;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.topic.Topic.Retention;
import java.time.Duration;
import java.util.List;

/**
 * All topics of the pipeline. Nothing else knows their names.
 *
 * @param runs run headers: STARTED, then ENDED or ABORTED
 * @param volumes BOLD volumes, in order of a run
 * @param events stimulus events
 * @param rois ROI masks
 * @param voxelVectors one averaged vector a trial and revision
 * @param quality how good each volume is, and each run at its end
 * @param images decoded pictures
 * @param previews pictures while sampling; may be lost
 * @param deadLetters records that could not be used
 */
public record Topics(
    Topic<RunHeader> runs,
    Topic<BoldVolume> volumes,
    Topic<StimulusEvent> events,
    Topic<RoiMask> rois,
    Topic<VoxelVector> voxelVectors,
    Topic<ScanQuality> quality,
    Topic<DecodedImage> images,
    Topic<Preview> previews,
    Topic<DeadLetter> deadLetters) {

  /** Partitions where nothing else is asked: enough for a few scanners and workers. */
  public static final int DEFAULT_PARTITIONS = 4;

  private static final String RUN_KEY = "run id, sub-01_ses-02_task-viewing_run-03";
  private static final String TRIAL_KEY =
      "run id/trial, sub-01_ses-02_task-viewing_run-03/trial-0007";
  private static final Retention SESSION = new Retention.Age(Duration.ofDays(7));
  private static final Retention HOUR = new Retention.Age(Duration.ofHours(1));
  private static final Retention MONTH = new Retention.Age(Duration.ofDays(30));
  private static final int SMALL = 1024 * 1024;
  private static final int PICTURE = 8 * 1024 * 1024;

  /** The catalogue with the default number of partitions. */
  public static Topics standard() {
    return withPartitions(DEFAULT_PARTITIONS);
  }

  /**
   * The catalogue with a number of partitions for the data topics. The scanner topics are
   * co-partitioned, so they all have the same.
   */
  public static Topics withPartitions(int n) {
    return new Topics(
        new Topic<>("scanner.runs", RunHeader.class, RUN_KEY, n, SESSION, SMALL),
        new Topic<>(
            "scanner.volumes",
            BoldVolume.class,
            RUN_KEY,
            n,
            SESSION,
            MessageLimits.MAX_RECORD_BYTES),
        new Topic<>("scanner.events", StimulusEvent.class, RUN_KEY, n, SESSION, SMALL),
        new Topic<>("decoder.rois", RoiMask.class, "ROI id", 1, new Retention.Compacted(), PICTURE),
        new Topic<>("decoder.voxel-vectors", VoxelVector.class, TRIAL_KEY, n, SESSION, PICTURE),
        new Topic<>("scanner.quality", ScanQuality.class, RUN_KEY, n, SESSION, SMALL),
        new Topic<>("decoder.images", DecodedImage.class, TRIAL_KEY, n, SESSION, PICTURE),
        new Topic<>("decoder.previews", Preview.class, TRIAL_KEY, n, HOUR, PICTURE),
        new Topic<>(
            "mindstream.dead-letters",
            DeadLetter.class,
            "the original record's key",
            1,
            MONTH,
            MessageLimits.MAX_REQUEST_BYTES));
  }

  /** Every topic, in the order in which data flows. */
  public List<Topic<?>> all() {
    return List.of(
        runs, volumes, events, rois, voxelVectors, quality, images, previews, deadLetters);
  }
}
