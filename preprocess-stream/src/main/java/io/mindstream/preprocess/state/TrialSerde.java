package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.KnownTrial;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;

/** Time of the stimulus, then the event's record where it still waits. */
final class TrialSerde {

  private TrialSerde() {}

  static Serde<KnownTrial> of(String store) {
    return VersionedSerde.of(store, TrialSerde::write, TrialSerde::read);
  }

  /** The number of a trial that waits. */
  static Serde<Integer> numbers(String store) {
    return VersionedSerde.of(
        store, (trial, out) -> out.writeInt(trial), in -> Integer.valueOf(in.readInt()));
  }

  private static void write(KnownTrial trial, DataOutputStream out) throws IOException {
    StoredFields.writeTime(out, trial.occurredAt());
    out.writeBoolean(trial.waiting() != null);
    if (trial.waiting() != null) {
      RecordSerde.write(trial.waiting(), out);
    }
  }

  private static KnownTrial read(DataInputStream in) throws IOException {
    Instant occurredAt = StoredFields.readTime(in);
    return new KnownTrial(occurredAt, in.readBoolean() ? RecordSerde.read(in) : null);
  }
}
