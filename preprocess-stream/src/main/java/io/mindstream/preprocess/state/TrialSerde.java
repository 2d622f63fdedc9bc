package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.KnownTrial;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;

/** A trial's fields, then the event's record where it still waits. */
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
    out.writeInt(trial.order());
    out.writeDouble(trial.onsetSeconds());
    out.writeDouble(trial.durationSeconds());
    out.writeInt(trial.revisions());
    out.writeBoolean(trial.waiting() != null);
    if (trial.waiting() != null) {
      RecordSerde.write(trial.waiting(), out);
    }
  }

  private static KnownTrial read(DataInputStream in) throws IOException {
    return new KnownTrial(
        StoredFields.readTime(in),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readBoolean() ? RecordSerde.read(in) : null);
  }
}
