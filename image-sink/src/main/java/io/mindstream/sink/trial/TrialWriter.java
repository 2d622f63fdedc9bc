package io.mindstream.sink.trial;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.Bytes;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;

/**
 * Writes records to the store: a decoded picture, then its answer's document; or the picture that
 * was shown. Each answer to a trial has objects of its own, so that it matters neither in which
 * order they come nor which sink writes them. Writing a record again changes nothing.
 */
public final class TrialWriter {

  private static final String PNG = "image/png";

  private final ObjectStore store;

  /** Writes to a store. */
  public TrialWriter(ObjectStore store) {
    this.store = store;
  }

  /**
   * Stores a decoded picture, then what is known of its trial.
   *
   * @throws PipelineException where the record holds no usable picture
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   */
  public void image(DecodedImage image) {
    RecordGate.check(image);
    SampleNumbers.check(image.getSampleIndex(), image.getSamples());
    byte[] png = Bytes.of(image.getPng());
    Png.check(png, image.getWidth(), image.getHeight());
    TrialKeys keys = keys(image.getRunId(), image.getTrialIndex(), image.getRevision());
    store.put(keys.image(image.getSampleIndex()), png, PNG);
    TrialDocument document = TrialDocument.of(image, png);
    if (image.getSamples() > 1) {
      // The others may have been stored before a restart, or by another sink.
      document =
          Documents.find(store, keys.document(), TrialDocument.class)
              .map(document::after)
              .orElse(document);
    }
    store.put(keys.document(), Documents.write(document), Documents.CONTENT_TYPE);
  }

  /**
   * Stores the picture that was shown, where the event has it.
   *
   * @throws PipelineException where the event must not come in
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   */
  public void stimulus(StimulusEvent event) {
    RecordGate.check(event);
    event
        .getStimulusPng()
        .ifPresent(
            png ->
                store.put(
                    keys(event.getRunId(), event.getTrialIndex(), 1).stimulus(),
                    Bytes.of(png),
                    PNG));
  }

  private static TrialKeys keys(String runId, int trialIndex, int revision) {
    try {
      // A run id that is none could lead out of the bucket.
      return new TrialKeys(new TrialKey(RunId.parse(runId).toString(), trialIndex), revision);
    } catch (IllegalArgumentException e) {
      throw new PipelineException(FailureCode.INVALID_RECORD, String.valueOf(e.getMessage()));
    }
  }
}
