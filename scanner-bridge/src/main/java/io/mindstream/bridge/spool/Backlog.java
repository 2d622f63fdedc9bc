package io.mindstream.bridge.spool;

/**
 * How much waits in a spool. Has a lock of its own, never held while the disk is written: else
 * whoever sends would wait for the disk of whoever appends.
 */
final class Backlog {

  private static final long FEW = 16 << 20;

  private final SpoolMeters meters;
  private long bytes;
  private int records;
  private long inMemory;
  private int inMemoryAlone;

  Backlog(SpoolMeters meters) {
    this.meters = meters;
  }

  synchronized void add(Spool.Waiting record) {
    count(record, 1);
  }

  synchronized void remove(Spool.Waiting record) {
    count(record, -1);
  }

  /** What is left waits for another process, or for the spool to be opened again. */
  synchronized void close() {
    meters.changed(-bytes, -records);
  }

  private void count(Spool.Waiting record, int sign) {
    records += sign;
    bytes += sign * record.bytes();
    meters.changed(sign * record.bytes(), sign);
    inMemory += sign * record.memory().map(it -> it.value().length).orElse(0);
    inMemoryAlone += record.onDisk() ? 0 : sign;
  }

  /** Bytes on disk. */
  synchronized long bytes() {
    return bytes;
  }

  synchronized int records() {
    return records;
  }

  /** Records that the disk did not take. */
  synchronized int inMemoryAlone() {
    return inMemoryAlone;
  }

  /** True where so few bytes lie in memory that another record need not be read from disk again. */
  synchronized boolean few() {
    return inMemory < FEW;
  }
}
