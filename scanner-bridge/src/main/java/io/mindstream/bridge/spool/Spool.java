package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.RecordHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in order on disk, from when a feed told them until Kafka has them. {@link #append} waits
 * for the disk alone, which each record is forced to. A killed process loses nothing that was
 * appended; the next one finds what was not {@link #acknowledged}, of which Kafka may have the
 * first few already: they are then there twice, byte for byte.
 *
 * <p>Where the disk takes nothing more a few records go by memory, in their place; with Kafka up
 * they pass at once. Beyond those volumes and events are lost, headers and masks never.
 *
 * <p>Any thread may append; one other takes.
 */
public final class Spool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /** A volume has 16 MiB at most and mostly 1 or 2. */
  private static final int MOST_IN_MEMORY_ALONE = 32;

  private final SpoolSettings settings;
  private final SpoolLock lock;
  private final SpoolFolder folder;
  private final SpoolRoom room;
  private final SpoolMeters meters;
  private final Backlog backlog;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final PassedRecords passed; // of the taking thread alone, once open
  private Optional<SpooledRun> leftOpen = Optional.empty();
  private long next;

  /**
   * A record that Kafka does not have yet.
   *
   * @param number its place in the order of all
   * @param bytes on disk; 0 where the disk did not take it
   * @param memory the record itself where the disk did not take it, or few wait
   */
  public record Waiting(long number, RecordHead head, long bytes, Optional<Outgoing> memory) {

    boolean onDisk() {
      return bytes > 0;
    }
  }

  private Spool(
      SpoolSettings settings,
      SpoolLock lock,
      SpoolMeters meters,
      Consumer<Optional<String>> trouble) {
    this.settings = settings;
    this.lock = lock;
    this.folder = new SpoolFolder(settings.folder());
    this.room = new SpoolRoom(settings, folder, trouble);
    this.meters = meters;
    this.backlog = new Backlog(meters);
    this.passed = new PassedRecords(folder);
  }

  /**
   * Takes a folder and looks at what is left there.
   *
   * @param target Kafka's address: what is left is for that Kafka alone
   * @param trouble told what is wrong with the disk, and empty when it takes records again
   * @throws SpoolException where the folder cannot be used, or holds records for another Kafka
   */
  public static Spool open(
      SpoolSettings settings,
      String target,
      SpoolMeters meters,
      Consumer<Optional<String>> trouble) {
    SpoolLock lock = SpoolLock.of(settings.folder());
    Spool spool = new Spool(settings, lock, meters, trouble);
    try {
      List<StoredRecord> records = spool.folder.read();
      SpoolTarget.require(settings.folder(), target, records.stream().anyMatch(r -> !r.sent()));
      spool.takeOver(records);
      return spool;
    } catch (IOException e) {
      spool.close();
      throw new SpoolException(
          settings.folder() + ": cannot be read (" + e + "); check the disk", e);
    } catch (SpoolException e) {
      spool.close();
      throw e;
    }
  }

  private void takeOver(List<StoredRecord> records) throws IOException {
    leftOpen = SpooledRun.of(records);
    for (StoredRecord stored : records) {
      next = stored.number() + 1;
      if (stored.sent()) {
        passed.add(stored.number(), stored.record().head().kind(), stored.bytes());
      } else {
        enqueue(
            new Waiting(stored.number(), stored.record().head(), stored.bytes(), Optional.empty()));
      }
    }
  }

  /** The run that a killed bridge left open. */
  public Optional<SpooledRun> leftOpen() {
    return leftOpen;
  }

  /**
   * Takes a record, at once.
   *
   * @return false where it is lost: the disk is full, and Kafka away
   */
  public synchronized boolean append(Outgoing record) {
    RecordFrame frame = RecordFrame.of(record, Instant.now());
    Optional<WrittenRecord> written = room.write(next, frame, backlog.bytes());
    return written.isPresent() ? keep(record, frame.length(), written.get()) : keepInMemory(record);
  }

  /**
   * While few wait a record goes to Kafka and to the disk at once, and the call returns with the
   * disk; should that fail, the record lies in memory. Where many wait it goes to the disk first.
   */
  private boolean keep(Outgoing record, int bytes, WrittenRecord written) {
    if (backlog.few()) {
      enqueue(new Waiting(next++, record.head(), bytes, Optional.of(record)));
      room.force(written);
      return true;
    }
    if (room.force(written)) {
      enqueue(new Waiting(next++, record.head(), bytes, Optional.empty()));
      return true;
    }
    room.withdraw(next);
    return keepInMemory(record);
  }

  private boolean keepInMemory(Outgoing record) {
    RecordHead.Kind kind = record.head().kind();
    boolean mayLack = kind == RecordHead.Kind.VOLUME || kind == RecordHead.Kind.EVENT;
    if (mayLack && backlog.inMemoryAlone() >= MOST_IN_MEMORY_ALONE) {
      meters.lost();
      return false;
    }
    enqueue(new Waiting(next++, record.head(), 0, Optional.of(record)));
    return true;
  }

  /**
   * The next record, where one comes in time. It stays on disk until it is acknowledged. While
   * nothing is there the space of sent ones is freed, unless the wait is zero.
   */
  public Optional<Waiting> next(Duration wait) throws InterruptedException {
    @Nullable Waiting record = queue.poll();
    try {
      while (record == null && !wait.isZero() && passed.freeOne()) {
        record = queue.poll();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return record != null
        ? Optional.of(record)
        : Optional.ofNullable(queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** The record itself; empty where the disk does not give it back. */
  public Optional<Outgoing> read(Waiting record) {
    if (record.memory().isPresent()) {
      return record.memory();
    }
    try {
      return Optional.of(folder.waiting(record.number()));
    } catch (IOException e) {
      LOG.error("{} {} is lost: {}", record.head().kind(), record.head().key(), e.toString());
      return Optional.empty();
    }
  }

  /**
   * Kafka has a record. Records are acknowledged in their order.
   *
   * @throws UncheckedIOException where that cannot be noted
   */
  public void acknowledged(Waiting record) {
    try {
      if (record.onDisk()) {
        folder.sent(record.number());
      }
      passed.add(record.number(), record.head().kind(), record.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    backlog.remove(record);
  }

  /** A record can be given to Kafka never. */
  public void lost(Waiting record) {
    meters.lost();
    try {
      folder.forget(record.number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    backlog.remove(record);
  }

  /** Records that Kafka does not have. */
  public int waiting() {
    return backlog.records();
  }

  private void enqueue(Waiting record) {
    backlog.add(record);
    queue.add(record);
  }

  /** The folder. */
  @Override
  public String toString() {
    return settings.folder().toString();
  }

  @Override
  public void close() {
    backlog.close();
    try (lock) {
      passed.freeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
