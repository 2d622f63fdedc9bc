package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Instant;
import java.util.Optional;

/** Hears of each record that the dashboard's feed reads, on the feed's thread; must return soon. */
public interface FeedListener {

  /** Events, pictures and dead letters of before are not told of. */
  default void begins(Instant since) {}

  /** A record of any kind lies here; it is not known yet whether it can be read. */
  default void record(String topic, int partition, long offset) {}

  /** A run began or ended. */
  default void run(RunHeader header) {}

  /** A volume came; its voxels are only to be looked at during the call. */
  default void volume(BoldVolume volume) {}

  /** It is known how good a volume is, or a run. */
  default void quality(ScanQuality quality) {}

  /** A stimulus was shown. */
  default void event(StimulusEvent event) {}

  /** The voxels that a run's trials are decoded from. */
  default void roi(RoiMask mask) {}

  /** A picture is being made. */
  default void preview(Preview preview) {}

  /** A picture was made. */
  default void image(DecodedImage image) {}

  /**
   * A record could not be used.
   *
   * @param of the trial that gets no picture for it, where the record belongs to one
   */
  default void deadLetter(DeadLetter letter, Optional<TrialKey> of) {}

  /**
   * The same, for who must tell one letter from another.
   *
   * @param id its place in the dead letters, partition/offset
   */
  default void deadLetter(String id, DeadLetter letter, Optional<TrialKey> of) {
    deadLetter(letter, of);
  }
}
