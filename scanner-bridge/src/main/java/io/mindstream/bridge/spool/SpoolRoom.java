package io.mindstream.bridge.spool;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the disk takes another record; raises the alarm once where it does not. */
final class SpoolRoom {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolRoom.class);
  private static final long LEFT_FREE = 1L << 30;

  private final SpoolSettings settings;
  private final SpoolFolder folder;
  private final Consumer<Optional<String>> trouble;
  private boolean full;

  SpoolRoom(SpoolSettings settings, SpoolFolder folder, Consumer<Optional<String>> trouble) {
    this.settings = settings;
    this.folder = folder;
    this.trouble = trouble;
  }

  /** Writes a record where there is room beside what waits; it is to be forced. */
  Optional<WrittenRecord> write(long number, RecordFrame frame, long waitingBytes) {
    Optional<String> objection = objection(frame.length(), waitingBytes);
    if (objection.isPresent()) {
      report(objection);
      return Optional.empty();
    }
    try {
      return Optional.of(folder.write(number, frame));
    } catch (IOException e) {
      report(Optional.of(e.toString()));
      return Optional.empty();
    }
  }

  /** Waits until a record is on the disk, and closes it; false where the disk fails. */
  boolean force(WrittenRecord record) {
    Optional<String> objection = Optional.empty();
    try (record) {
      record.force();
    } catch (IOException e) {
      objection = Optional.of(e.toString());
    }
    report(objection);
    return objection.isEmpty();
  }

  /** Takes away what the disk did not take whole. */
  void withdraw(long number) {
    try {
      folder.forget(number);
    } catch (IOException e) {
      LOG.warn("record {} may be sent twice after a restart: {}", number, e.toString());
    }
  }

  private Optional<String> objection(long size, long waitingBytes) {
    if (waitingBytes + size > settings.maxBytes()) {
      return Optional.of(
          "%d bytes wait there, the limit is %d".formatted(waitingBytes, settings.maxBytes()));
    }
    long free = folder.free();
    return free - size < LEFT_FREE
        ? Optional.of("the disk has %d bytes left, and a GiB stays free".formatted(free))
        : Optional.empty();
  }

  private void report(Optional<String> objection) {
    if (objection.isPresent() && !full) {
      String alarm =
          "the spool %s takes nothing more (%s): volumes are lost while Kafka is away; start Kafka, make room, or raise --spool-limit (mindstream.bridge.spool-limit)"
              .formatted(settings.folder(), objection.get());
      LOG.error(alarm);
      trouble.accept(Optional.of(alarm));
    } else if (objection.isEmpty() && full) {
      LOG.info("the spool {} takes records again", settings.folder());
      trouble.accept(Optional.empty());
    }
    full = objection.isPresent();
  }
}
