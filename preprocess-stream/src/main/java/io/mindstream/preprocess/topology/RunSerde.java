package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Phase;
import io.mindstream.preprocess.run.Progress;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.serde.AvroCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Compact bytes of a {@link Run}. The header stays an Avro record of the registry, so that stored
 * state can be read after its schema has grown.
 */
final class RunSerde {

  private static final byte AWAITING_ROI = 0;
  private static final byte ACTIVE = 1;
  private static final byte REFUSED = 2;
  private static final byte CLEANED = 3;

  private final AvroCodec<RunHeader> headers;

  private RunSerde(AvroCodec<RunHeader> headers) {
    this.headers = headers;
  }

  static Serde<Run> of(AvroCodec<RunHeader> headers) {
    RunSerde runs = new RunSerde(headers);
    return StateSerdes.serde(runs::write, runs::read);
  }

  private void write(Run run, DataOutputStream out) throws IOException {
    StateSerdes.writeBytes(out, headers.encode(run.header()));
    writePhase(run.phase(), out);
    out.writeLong(run.startedAt());
    out.writeLong(run.activeAt());
    Progress progress = run.progress();
    out.writeInt(progress.settledVolumes());
    out.writeInt(progress.highWater());
    out.writeInt(progress.trials());
    out.writeInt(progress.nextWindow());
    writeEnd(run.end(), out);
  }

  private Run read(DataInputStream in) throws IOException {
    return new Run(
        headers.decode(StateSerdes.readBytes(in)),
        readPhase(in),
        in.readLong(),
        in.readLong(),
        new Progress(in.readInt(), in.readInt(), in.readInt(), in.readInt()),
        readEnd(in));
  }

  private static void writePhase(Phase phase, DataOutputStream out) throws IOException {
    if (phase instanceof Phase.Refused refused) {
      out.writeByte(REFUSED);
      out.writeUTF(refused.code().name());
      out.writeUTF(refused.message());
    } else if (phase instanceof Phase.Active) {
      out.writeByte(ACTIVE);
    } else {
      out.writeByte(phase instanceof Phase.Cleaned ? CLEANED : AWAITING_ROI);
    }
  }

  private static Phase readPhase(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case AWAITING_ROI -> new Phase.AwaitingRoi();
      case ACTIVE -> new Phase.Active();
      case REFUSED -> new Phase.Refused(FailureCode.valueOf(in.readUTF()), in.readUTF());
      case CLEANED -> new Phase.Cleaned();
      default -> throw new IOException("stored run has an unknown phase " + tag);
    };
  }

  private static void writeEnd(@Nullable RunEnd end, DataOutputStream out) throws IOException {
    out.writeBoolean(end != null);
    if (end != null) {
      out.writeUTF(end.state().name());
      out.writeInt(end.publishedVolumes());
      out.writeInt(end.expectedVolumes());
      out.writeLong(end.at());
      out.writeBoolean(end.complete());
    }
  }

  private static @Nullable RunEnd readEnd(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new RunEnd(
            RunState.valueOf(in.readUTF()),
            in.readInt(),
            in.readInt(),
            in.readLong(),
            in.readBoolean())
        : null;
  }
}
