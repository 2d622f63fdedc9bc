package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.Outgoing;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a spool, one a record: {@code NUMBER.waiting}, and {@code NUMBER.sent} once Kafka
 * has it. Of a volume or an event that was sent only the head stays in the end, so that a bridge
 * that is killed knows what it told. No call here is broken off by an interrupt, as those of {@code
 * FileChannel} are.
 */
final class SpoolFolder {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final Pattern NAME = Pattern.compile("(\\d{12})\\.(waiting|sent)");

  private final Path folder;

  SpoolFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What lies there, in order. A file that is not whole is deleted: its writer was killed before it
   * could say that it had the record, or the disk is broken.
   */
  List<StoredRecord> read() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> NAME.matcher(name(file)).matches()).sorted().toList();
    }
    List<StoredRecord> records = new ArrayList<>();
    for (Path file : files) {
      try {
        records.add(read(file));
      } catch (IOException e) {
        LOG.error("{} is left out: {}; a volume that lacks leaves a gap", file, e.toString());
        Files.delete(file);
      }
    }
    return records;
  }

  /** Writes a record, which is to be forced to the disk. Leaves nothing where that fails. */
  WrittenRecord write(long number, RecordFrame frame) throws IOException {
    File file = file(number, "waiting");
    FileOutputStream out = new FileOutputStream(file);
    try {
      frame.writeTo(out);
      return new WrittenRecord(out);
    } catch (IOException e) {
      out.close();
      Files.deleteIfExists(file.toPath());
      throw e;
    }
  }

  /** Reads a record that waits, and checks it. */
  Outgoing waiting(long number) throws IOException {
    File file = file(number, "waiting");
    try (DataInputStream in = open(file)) {
      RecordFrame.Start start = RecordFrame.start(in);
      return new Outgoing(start.head(), RecordFrame.value(in, file.length() - start.bytes()));
    }
  }

  /** Notes that Kafka has a record. */
  void sent(long number) throws IOException {
    Files.move(
        file(number, "waiting").toPath(),
        file(number, "sent").toPath(),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Frees the space of a sent record's value; its head stays. */
  void free(long number) throws IOException {
    File sent = file(number, "sent");
    int keep;
    try (DataInputStream in = open(sent)) {
      keep = RecordFrame.start(in).bytes();
    }
    try (RandomAccessFile cut = new RandomAccessFile(sent, "rw")) {
      cut.setLength(keep);
    }
  }

  /** Deletes a record, sent or not. */
  void forget(long number) throws IOException {
    Files.deleteIfExists(file(number, "waiting").toPath());
    Files.deleteIfExists(file(number, "sent").toPath());
  }

  /** Bytes that the disk still takes. */
  long free() {
    return folder.toFile().getUsableSpace();
  }

  private static StoredRecord read(Path path) throws IOException {
    Matcher matcher = NAME.matcher(name(path));
    if (!matcher.matches()) {
      throw new IOException("its name is no number");
    }
    long number = Long.parseLong(matcher.group(1));
    boolean sent = matcher.group(2).equals("sent");
    File file = path.toFile();
    try (DataInputStream in = open(file)) {
      RecordFrame.Start start = RecordFrame.start(in);
      long rest = file.length() - start.bytes();
      byte[] value = {};
      switch (start.head().kind()) {
        case ROI, STARTED, OVER -> value = RecordFrame.value(in, rest);
        case VOLUME, EVENT -> {
          if (!sent) {
            RecordFrame.requireWhole(in, rest);
          }
        }
      }
      Outgoing record = new Outgoing(start.head(), value);
      return new StoredRecord(number, sent, record, start.takenAt(), file.length());
    }
  }

  private File file(long number, String state) {
    return folder.resolve(String.format(Locale.ROOT, "%012d.%s", number, state)).toFile();
  }

  private static DataInputStream open(File file) throws IOException {
    return new DataInputStream(new BufferedInputStream(new FileInputStream(file)));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
