package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.RunProgress;
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
 * A {@link Run}. The header stays an Avro record of the registry, so that stored state can be read
 * after its schema has grown.
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

  static Serde<Run> of(String store, AvroCodec<RunHeader> headers) {
    RunSerde runs = new RunSerde(headers);
    return VersionedSerde.of(store, runs::write, runs::read);
  }

  private void write(Run run, DataOutputStream out) throws IOException {
    StoredFields.writeBytes(out, headers.encode(run.header()));
    writePhase(run.phase(), out);
    out.writeLong(run.startedAt());
    out.writeLong(run.activeAt());
    RunProgress progress = run.progress();
    out.writeInt(progress.volumesRead());
    out.writeInt(progress.highestVolume());
    out.writeInt(progress.waitingVolumes());
    out.writeInt(progress.trialsRead());
    out.writeInt(progress.nextWindow());
    writeEnd(run.end(), out);
  }

  private Run read(DataInputStream in) throws IOException {
    return new Run(
        headers.decode(StoredFields.readBytes(in)),
        readPhase(in),
        in.readLong(),
        in.readLong(),
        new RunProgress(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()),
        readEnd(in));
  }

  private static void writePhase(RunPhase phase, DataOutputStream out) throws IOException {
    if (phase instanceof RunPhase.Refused refused) {
      out.writeByte(REFUSED);
      StoredFields.writeText(out, refused.code().name());
      StoredFields.writeText(out, refused.message());
    } else if (phase instanceof RunPhase.Active) {
      out.writeByte(ACTIVE);
    } else {
      out.writeByte(phase instanceof RunPhase.Cleaned ? CLEANED : AWAITING_ROI);
    }
  }

  private static RunPhase readPhase(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case AWAITING_ROI -> new RunPhase.AwaitingRoi();
      case ACTIVE -> new RunPhase.Active();
      case REFUSED ->
          new RunPhase.Refused(
              FailureCode.valueOf(StoredFields.readText(in)), StoredFields.readText(in));
      case CLEANED -> new RunPhase.Cleaned();
      default -> throw new IOException("stored run has an unknown phase " + tag);
    };
  }

  private static void writeEnd(@Nullable RunEnd end, DataOutputStream out) throws IOException {
    out.writeBoolean(end != null);
    if (end != null) {
      StoredFields.writeText(out, end.state().name());
      out.writeInt(end.publishedVolumes());
      out.writeInt(end.expectedVolumes());
      out.writeLong(end.at());
      out.writeBoolean(end.complete());
    }
  }

  private static @Nullable RunEnd readEnd(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new RunEnd(
            RunState.valueOf(StoredFields.readText(in)),
            in.readInt(),
            in.readInt(),
            in.readLong(),
            in.readBoolean())
        : null;
  }
}
