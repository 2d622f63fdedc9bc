package io.mindstream.bridge.spool;

/**
 * How much waits in a spool. Has a lock of its own, never held while the disk is written: else
 * whoever sends would wait for the disk of whoever appends.
 */
final class Backlog {

  private final SpoolMeters meters;
  private long bytes;
  private int records;
  private int inMemory;

  Backlog(SpoolMeters meters) {
    this.meters = meters;
  }

  synchronized void add(Spool.Waiting record) {
    count(record, 1);
  }

  synchronized void remove(Spool.Waiting record) {
    count(record, -1);
  }

  private void count(Spool.Waiting record, int sign) {
    records += sign;
    bytes += sign * record.bytes();
    inMemory += record.memory().isPresent() ? sign : 0;
    meters.waiting(bytes, records);
  }

  /** Bytes on disk. */
  synchronized long bytes() {
    return bytes;
  }

  synchronized int records() {
    return records;
  }

  /** Records that the disk did not take. */
  synchronized int inMemory() {
    return inMemory;
  }
}
