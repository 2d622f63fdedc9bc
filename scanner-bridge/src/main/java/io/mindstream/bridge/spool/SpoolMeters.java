package io.mindstream.bridge.spool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** How much waits in all spools of a process, and how much was lost. For several threads. */
public final class SpoolMeters {

  private final AtomicLong bytes;
  private final AtomicLong records;
  private final Counter lost;

  /** Gauges {@code mindstream.bridge.spool.bytes}, {@code .records}; counter {@code .lost}. */
  public SpoolMeters(MeterRegistry meters) {
    this.bytes = gauge(meters, "mindstream.bridge.spool.bytes");
    this.records = gauge(meters, "mindstream.bridge.spool.records");
    this.lost = meters.counter("mindstream.bridge.spool.lost");
  }

  private static AtomicLong gauge(MeterRegistry meters, String name) {
    return Objects.requireNonNull(meters.gauge(name, new AtomicLong()));
  }

  void changed(long byBytes, long byRecords) {
    bytes.addAndGet(byBytes);
    records.addAndGet(byRecords);
  }

  /** A record is neither on disk nor in Kafka. */
  void lost() {
    lost.increment();
  }
}
