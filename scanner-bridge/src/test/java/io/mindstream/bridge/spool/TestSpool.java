package io.mindstream.bridge.spool;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.RecordHead;
import io.mindstream.bridge.kafka.RecordHead.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A spool whose records have values of 100 bytes. */
final class TestSpool implements AutoCloseable {

  static final int VALUE_BYTES = 100;

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Optional<String>> trouble = new ArrayList<>();
  final Spool spool;

  private TestSpool(Path folder, long maxBytes, String target) {
    spool =
        Spool.open(
            new SpoolSettings(folder, maxBytes), target, new SpoolMeters(meters), trouble::add);
  }

  static TestSpool in(Path folder) {
    return in(folder, 1 << 20);
  }

  static TestSpool in(Path folder, long maxBytes) {
    return new TestSpool(folder, maxBytes, "kafka:9092");
  }

  static TestSpool forTarget(Path folder, String target) {
    return new TestSpool(folder, 1 << 20, target);
  }

  boolean append(Kind kind, int index) {
    byte[] value = new byte[VALUE_BYTES];
    value[0] = (byte) index;
    return spool.append(
        new Outgoing(new RecordHead(kind, "run", Instant.EPOCH, index, index * 2.0), value));
  }

  void acknowledge(int records) throws InterruptedException {
    for (int i = 0; i < records; i++) {
      spool.acknowledged(spool.next(Duration.ZERO).orElseThrow());
    }
  }

  /** What waits, as its values say; takes it out of the queue. A broken one is left out. */
  List<Integer> indices() throws InterruptedException {
    List<Integer> indices = new ArrayList<>();
    Optional<Spool.Waiting> next = spool.next(Duration.ZERO);
    while (next.isPresent()) {
      spool.read(next.get()).ifPresent(record -> indices.add((int) record.value()[0]));
      next = spool.next(Duration.ZERO);
    }
    return indices;
  }

  @Override
  public void close() {
    spool.close();
  }
}
