package io.mindstream.bridge.recorded;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.FolderObjectStore;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.PartId;
import io.mindstream.storage.recording.PartWriter;
import io.mindstream.storage.recording.RecordPlace;
import io.mindstream.storage.recording.RecordingIndex;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** A recording of a run of 2 x 2 x 1 voxels, TR 2 s, as a recorder would store it. */
final class HandRecording {

  static final RunId RUN = RunId.parse("sub-01_ses-02_task-viewing_run-03");
  static final Topics TOPICS = Topics.standard();
  private static final Instant DAWN = Instant.parse("2026-03-01T06:00:00Z");
  private static final String FOLDER = new RunKeys(RUN).recording();

  private final Path data;
  private RecordingIndex index = RecordingIndex.empty(RUN.toString());

  HandRecording(Path data) {
    this.data = data;
  }

  /** Stores the run with these volumes and a trial at 2 s. */
  ObjectStore store(List<BoldVolume> volumes) throws IOException {
    RunHeader header = header(volumes.size());
    index = index.with(Play.of(header));
    part(TOPICS.runs(), List.of(header));
    part(TOPICS.rois(), List.of(mask()));
    part(TOPICS.volumes(), volumes);
    part(TOPICS.events(), List.of(event()));
    Files.write(file(FOLDER + RecordingIndex.NAME), Documents.write(index));
    return new FolderObjectStore(data, "mindstream");
  }

  static BoldVolume volume(int index, double slope) {
    byte[] voxels = {(byte) index, 0, 1, 0, 2, 0, 3, 0};
    return BoldVolume.newBuilder()
        .setRunId(RUN.toString())
        .setIndex(index)
        .setAcquiredAt(DAWN.plusSeconds(2L * index))
        .setReceivedAt(DAWN.plusSeconds(2L * index))
        .setNx(2)
        .setNy(2)
        .setNz(1)
        .setType(VoxelType.INT16)
        .setSlope(slope)
        .setVoxels(ByteBuffer.wrap(voxels))
        .build();
  }

  private <T extends SpecificRecord> void part(Topic<T> topic, List<T> values) throws IOException {
    PartId id = new PartId(topic.name(), new RecordPlace("id", 0, 0));
    PartWriter writer =
        new PartWriter(id, SpecificData.get().getSchema(topic.type()), file(FOLDER + id.name()));
    for (int offset = 0; offset < values.size(); offset++) {
      writer.append(
          offset,
          DAWN.plusSeconds(offset).toEpochMilli(),
          RUN.toString(),
          bytes(topic.type(), values.get(offset)));
    }
    writer.close();
    index = index.with(writer.entry(FOLDER));
  }

  private Path file(String key) throws IOException {
    Path file = data.resolve("objects/mindstream").resolve(key);
    Files.createDirectories(file.getParent());
    return file;
  }

  private static <T extends SpecificRecord> ByteBuffer bytes(Class<T> type, T value)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<>(type).write(value, encoder);
    encoder.flush();
    return ByteBuffer.wrap(out.toByteArray());
  }

  private static RunHeader header(int volumes) {
    return RunHeader.newBuilder()
        .setRunId(RUN.toString())
        .setState(RunState.ENDED)
        .setRepetitionTimeSeconds(2)
        .setSliceTimingSeconds(List.of(0.25))
        .setGeometry(grid())
        .setRoiId("sub-01_desc-V1")
        .setPublishedVolumes(volumes)
        .setSource("by hand")
        .setStartedAt(DAWN)
        .build();
  }

  private static RoiMask mask() {
    return RoiMask.newBuilder()
        .setRoiId("sub-01_desc-V1")
        .setGeometry(grid())
        .setIndices(List.of(1, 3))
        .build();
  }

  private static StimulusEvent event() {
    return StimulusEvent.newBuilder()
        .setRunId(RUN.toString())
        .setTrialIndex(0)
        .setOnsetSeconds(2)
        .setDurationSeconds(1.5)
        .setTrialType("face")
        .setStimulusId("../../faces/one")
        .setStimulusPng(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setWindowDelaySeconds(3.5)
        .setOccurredAt(DAWN.plusSeconds(2))
        .build();
  }

  private static Geometry grid() {
    return Geometry.newBuilder()
        .setNx(2)
        .setNy(2)
        .setNz(1)
        .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
        .setAffine(List.of(3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0))
        .build();
  }
}
