package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.trial.FoldTrial;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.stream.IntStream;
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

  private static void write(KnownTrial known, DataOutputStream out) throws IOException {
    StoredFields.writeTime(out, known.occurredAt());
    out.writeInt(known.order());
    write(known.trial(), out);
    out.writeInt(known.revisions());
    out.writeBoolean(known.answered());
    out.writeBoolean(known.waiting() != null);
    if (known.waiting() != null) {
      RecordSerde.write(known.waiting(), out);
    }
  }

  private static KnownTrial read(DataInputStream in) throws IOException {
    return new KnownTrial(
        StoredFields.readTime(in),
        in.readInt(),
        readTrial(in),
        in.readInt(),
        in.readBoolean(),
        in.readBoolean() ? RecordSerde.read(in) : null);
  }

  private static void write(FoldTrial trial, DataOutputStream out) throws IOException {
    out.writeInt(trial.index());
    out.writeBoolean(trial.stimulusId().isPresent());
    StoredFields.writeText(out, trial.stimulusId().orElse(""));
    out.writeDouble(trial.onsetSeconds());
    out.writeDouble(trial.durationSeconds());
    ByteBuffer answers = ByteBuffer.allocate(Integer.BYTES * trial.answers().size());
    trial.answers().forEach(answers::putInt);
    StoredFields.writeBytes(out, answers.array());
  }

  private static FoldTrial readTrial(DataInputStream in) throws IOException {
    int index = in.readInt();
    boolean known = in.readBoolean();
    String stimulus = StoredFields.readText(in);
    double onset = in.readDouble();
    double duration = in.readDouble();
    IntBuffer answers = ByteBuffer.wrap(StoredFields.readExactly(in, in.readInt())).asIntBuffer();
    return new FoldTrial(
        index,
        known ? Optional.of(stimulus) : Optional.empty(),
        onset,
        duration,
        IntStream.range(0, answers.limit()).mapToObj(answers::get).toList());
  }
}
