package io.mindstream.storage.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.FolderObjectStore;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts written by hand, read back. */
class RecordingTest {

  private static final RunId RUN = RunId.parse("sub-01_task-viewing_run-03");
  private static final String FOLDER = new RunKeys(RUN).recording();
  private static final Instant DAWN = Instant.parse("2026-03-01T06:00:00Z");
  private static final Topics TOPICS = Topics.standard();

  @TempDir Path data;
  private RecordingIndex index = RecordingIndex.empty(RUN.toString());

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(data.resolve("objects/mindstream"));
    index = index.with(play(DAWN, 10)).with(play(DAWN.plusSeconds(100), 4));
  }

  @Test
  void shouldReadWhatWasWritten() throws IOException {
    part(0, event(0, 1), event(1, 2));
    assertThat(trials(1)).containsExactly(0, 1);
  }

  @Test
  void shouldGiveARecordOnceThatLiesInTwoParts() throws IOException {
    part(0, event(0, 1), event(1, 2));
    part(1, event(1, 2), event(2, 3));
    assertThat(trials(1)).containsExactly(0, 1, 2);
  }

  @Test
  void shouldTellThePlaysApartByTime() throws IOException {
    part(0, event(0, 1), event(0, 101), event(1, 102));
    assertThat(trials(1)).containsExactly(0);
    assertThat(trials(2)).containsExactly(0, 1);
  }

  @Test
  void shouldCountAnEventBeforeTheRunToThePlayThatFollows() throws IOException {
    part(0, event(0, 1), StimulusEvent.newBuilder(event(0, 98)).setOnsetSeconds(-3).build());
    assertThat(trials(2)).containsExactly(0);
  }

  @Test
  void shouldMeanTheLongestPlayWhereNoneIsNamed() throws IOException {
    part(0, event(0, 1));
    assertThat(open().play(Optional.empty()).startedAt()).isEqualTo(DAWN);
  }

  @Test
  void shouldWriteTheSameBytesOfTheSameRecords() throws IOException {
    part(0, event(0, 1), event(1, 2));
    String first = index.parts().get(0).sha256();
    part(0, event(0, 1), event(1, 2));
    assertThat(index.parts().get(0).sha256()).isEqualTo(first);
  }

  @Test
  void shouldRefuseAPartThatIsNotWhatTheIndexSays() throws IOException {
    part(0, event(0, 1));
    Path file = data.resolve("objects/mindstream").resolve(index.parts().get(0).key());
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> trials(1))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("is not what the index says");
  }

  @Test
  void shouldSayHowToSeeWhatIsRecorded() {
    assertThatThrownBy(() -> Recording.of(store(), RunId.parse("sub-02_task-viewing")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("mindstream sessions");
  }

  @Test
  void shouldFindTheNextFreeRun() throws IOException {
    part(0, event(0, 1));
    assertThat(FreeRun.after(store(), RunId.parse("sub-01_task-viewing_run-01")))
        .hasToString("sub-01_task-viewing_run-04");
  }

  private List<Integer> trials(int play) throws IOException {
    List<Integer> trials = new ArrayList<>();
    Recording recording = open();
    try (var events = recording.events(recording.play(Optional.of(play)), TOPICS)) {
      events.forEachRemaining(event -> trials.add(event.value().getTrialIndex()));
    }
    return trials;
  }

  private Recording open() throws IOException {
    Files.write(
        data.resolve("objects/mindstream").resolve(FOLDER + RecordingIndex.NAME),
        Documents.write(index));
    return Recording.of(store(), RUN);
  }

  private ObjectStore store() {
    return new FolderObjectStore(data, "mindstream");
  }

  /** A part whose offsets count from the first. */
  private void part(long first, StimulusEvent... events) throws IOException {
    PartId id = new PartId(TOPICS.events().name(), new RecordPlace("topic", 0, first));
    Path file = data.resolve("objects/mindstream").resolve(FOLDER + id.name());
    Files.createDirectories(file.getParent());
    PartWriter writer = new PartWriter(id, StimulusEvent.getClassSchema(), file);
    long offset = first;
    for (StimulusEvent event : events) {
      writer.append(offset++, event.getOccurredAt().toEpochMilli(), RUN.toString(), bytes(event));
    }
    writer.close();
    index = index.with(writer.entry(FOLDER));
  }

  private static ByteBuffer bytes(StimulusEvent event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<>(StimulusEvent.class).write(event, encoder);
    encoder.flush();
    return ByteBuffer.wrap(out.toByteArray());
  }

  private static StimulusEvent event(int trial, int seconds) {
    return StimulusEvent.newBuilder()
        .setRunId(RUN.toString())
        .setTrialIndex(trial)
        .setOnsetSeconds(trial)
        .setDurationSeconds(1)
        .setTrialType("face")
        .setOccurredAt(DAWN.plusSeconds(seconds))
        .build();
  }

  private static Play play(Instant startedAt, int volumes) {
    return new Play(startedAt, "ENDED", "by hand", true, 2, "V1", null, volumes, 2, null);
  }
}
