package io.mindstream.sink.kafka;

import io.mindstream.schemas.avro.DecodedImage;
import java.time.Instant;

/** Hears of each picture that is stored. A picture that is delivered again is told again. */
@FunctionalInterface
public interface StoredListener {

  /** The picture and its metadata are in the object store. */
  void stored(DecodedImage image, Instant at);
}
