package io.mindstream.standalone.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FlowLineTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.250Z");
  private static final String RUN = "sub-01_task-viewing_run-03";

  private final Topics topics = Topics.standard();
  private final SchemaRegistry registry = new SchemaRegistry("mock://tail");
  private final FlowLine lines = new FlowLine(topics, registry, ZoneOffset.UTC);

  @Test
  void shouldSayWhenWhereWhoAndWhat() {
    StimulusEvent event =
        StimulusEvent.newBuilder()
            .setRunId(RUN)
            .setTrialIndex(3)
            .setOnsetSeconds(31)
            .setDurationSeconds(4)
            .setTrialType("face")
            .setOccurredAt(AT)
            .build();
    assertThat(lines.of(record(topics.events().codec(registry).encode(event))))
        .startsWith("10:00:00.250  scanner.events")
        .contains(RUN)
        .endsWith("trial 3 face, onset 31.000 s for 4.000 s");
  }

  @Test
  void shouldSayHowGoodAVolumeIs() {
    VolumeQuality volume =
        VolumeQuality.newBuilder()
            .setIndex(41)
            .setAcquiredAt(AT)
            .setReceivedAt(AT)
            .setFramewiseDisplacement(0.71)
            .setDvars(6.2)
            .setMissingBefore(1)
            .setFlags(List.of("MOTION", "GAP"))
            .build();
    ScanQuality quality =
        ScanQuality.newBuilder().setRunId(RUN).setStartedAt(AT).setVolume(volume).build();
    assertThat(lines.of(record(topics.quality(), quality)))
        .endsWith("volume 41, moved 0.71 mm, DVARS 6.20 %, 1 missing before, MOTION GAP");
  }

  @Test
  void shouldSayHowGoodARunWas() {
    RunQuality run =
        RunQuality.newBuilder()
            .setVolumes(150)
            .setMissing(2)
            .setFlaggedVolumes(5)
            .setMaxFramewiseDisplacement(0.71)
            .setTsnr(52.04)
            .build();
    ScanQuality quality =
        ScanQuality.newBuilder().setRunId(RUN).setStartedAt(AT).setSummary(run).build();
    assertThat(lines.of(record(topics.quality(), quality)))
        .endsWith("the run: 150 volumes, 2 missing, 5 flagged, 0.71 mm at most, tSNR 52.0");
  }

  @Test
  void shouldSayOfARecordThatItCannotBeRead() {
    assertThat(lines.of(record("no record".getBytes(StandardCharsets.UTF_8))))
        .contains("cannot be read");
  }

  @Test
  void shouldSayOfATombstoneThatSomethingWasDeleted() {
    assertThat(lines.of(record(null))).endsWith("0 B  deleted");
  }

  private ConsumerRecord<String, byte[]> record(byte[] value) {
    return record(topics.events().name(), value);
  }

  private ConsumerRecord<String, byte[]> record(Topic<ScanQuality> topic, ScanQuality quality) {
    return record(topic.name(), topic.codec(registry).encode(quality));
  }

  private static ConsumerRecord<String, byte[]> record(String topic, byte[] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        0,
        AT.toEpochMilli(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        RUN,
        value,
        new RecordHeaders(),
        java.util.Optional.empty());
  }
}
