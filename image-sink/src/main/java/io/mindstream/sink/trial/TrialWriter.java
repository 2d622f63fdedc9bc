package io.mindstream.sink.trial;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.store.ObjectKeys;
import io.mindstream.sink.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Writes records to the store: a decoded picture, then its metadata; or the picture that was shown.
 * Writing a record again changes nothing.
 */
public final class TrialWriter {

  private static final String PNG = "image/png";
  private static final String JSON = "application/json";

  private final ObjectStore store;
  private final ObjectMapper json;

  /** Writes to a store. */
  public TrialWriter(ObjectStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  /**
   * Stores a decoded picture, then its metadata.
   *
   * @throws PipelineException where the record holds no usable picture
   * @throws io.mindstream.sink.store.StoreUnavailableException where the store does not take it
   */
  public void image(DecodedImage image) {
    RecordGate.check(image);
    SampleNumbers.check(image.getSampleIndex(), image.getSamples());
    byte[] png = bytes(image.getPng());
    Png.check(png, image.getWidth(), image.getHeight());
    ObjectKeys keys = keys(image.getRunId(), image.getTrialIndex());
    String key = keys.image(image.getSampleIndex());
    store.put(key, png, PNG);
    store.put(
        keys.metadata(image.getSampleIndex()), metadata(TrialMetadata.of(image, key, png)), JSON);
  }

  /**
   * Stores the picture that was shown, where the event has it.
   *
   * @throws PipelineException where the event must not come in
   * @throws io.mindstream.sink.store.StoreUnavailableException where the store does not take it
   */
  public void stimulus(StimulusEvent event) {
    RecordGate.check(event);
    event
        .getStimulusPng()
        .ifPresent(
            png ->
                store.put(
                    keys(event.getRunId(), event.getTrialIndex()).stimulus(), bytes(png), PNG));
  }

  private static ObjectKeys keys(String runId, int trialIndex) {
    try {
      // A run id that is none could lead out of the bucket.
      return new ObjectKeys(new TrialKey(RunId.parse(runId).toString(), trialIndex));
    } catch (IllegalArgumentException e) {
      throw new PipelineException(FailureCode.INVALID_RECORD, String.valueOf(e.getMessage()));
    }
  }

  private byte[] metadata(TrialMetadata metadata) {
    try {
      return json.writeValueAsBytes(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
