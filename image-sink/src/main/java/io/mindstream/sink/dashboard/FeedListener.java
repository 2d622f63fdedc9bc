package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import java.util.Optional;

/** Hears of each record that the dashboard's feed reads, on the feed's thread; must return soon. */
public interface FeedListener {

  /** A run began or ended. */
  default void run(RunHeader header) {}

  /** A volume came. */
  default void volume(BoldVolume volume) {}

  /** A stimulus was shown. */
  default void event(StimulusEvent event) {}

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
}
