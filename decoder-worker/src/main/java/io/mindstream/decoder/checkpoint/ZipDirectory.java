package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the entries of a zip file lie (PKWARE APPNOTE 4.3, with ZIP64). Only the places:
 * java.util.zip can read entries but does not say at which byte they begin, which mapping them
 * needs. Entries must be stored uncompressed, as PyTorch writes them.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final int END64_LOCATOR_SIZE = 20;
  private static final int END64 = 0x06064b50;
  private static final int END64_SIZE = 56;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long LARGEST_DIRECTORY = 1 << 28;

  private final CheckpointFile file;

  private ZipDirectory(CheckpointFile file) {
    this.file = file;
  }

  /**
   * Reads the directory.
   *
   * @return entry name to its data
   * @throws CheckpointException where the file is cut short or is not a sound zip file
   */
  static Map<String, FileSection> read(CheckpointFile file) throws IOException {
    return new ZipDirectory(file).entries();
  }

  private Map<String, FileSection> entries() throws IOException {
    long tailBegin = Math.max(0, file.size() - END_SIZE - LONGEST_COMMENT - END64_LOCATOR_SIZE);
    ByteBuffer tail = file.bytes(tailBegin, file.size() - tailBegin);
    int end = findEnd(tail);
    ByteBuffer directory = directory(tail, end);
    Map<String, FileSection> entries = new LinkedHashMap<>();
    while (directory.remaining() >= CENTRAL_SIZE) {
      CentralEntry entry = CentralEntry.read(directory, CENTRAL);
      entries.put(entry.name(), locate(entry));
    }
    return entries;
  }

  private static int findEnd(ByteBuffer tail) {
    for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        return at;
      }
    }
    throw new CheckpointException(
        "it is cut short: the directory at the end of the file is missing. Copy it again.");
  }

  private ByteBuffer directory(ByteBuffer tail, int end) throws IOException {
    long size = Integer.toUnsignedLong(tail.getInt(end + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
    int locator = end - END64_LOCATOR_SIZE;
    if (locator >= 0 && tail.getInt(locator) == END64_LOCATOR) {
      ByteBuffer end64 = file.bytes(tail.getLong(locator + 8), END64_SIZE);
      CheckpointFile.require(end64.getInt(0) == END64, "its ZIP64 directory is damaged");
      size = end64.getLong(40);
      offset = end64.getLong(48);
    }
    CheckpointFile.require(size <= LARGEST_DIRECTORY, "its zip directory is absurdly large");
    return file.bytes(offset, size);
  }

  private FileSection locate(CentralEntry entry) throws IOException {
    ByteBuffer local = file.bytes(entry.localOffset(), LOCAL_SIZE);
    CheckpointFile.require(
        local.getInt(0) == LOCAL, "its entry '" + entry.name() + "' is not where it should be");
    int skipped =
        LOCAL_SIZE
            + Short.toUnsignedInt(local.getShort(26))
            + Short.toUnsignedInt(local.getShort(28));
    FileSection section =
        new FileSection(entry.localOffset() + skipped, entry.size(), entry.crc32());
    file.requireInside(section);
    return section;
  }

  /** One entry of the central directory. */
  private record CentralEntry(String name, long size, long crc32, long localOffset) {

    private static final int ENCRYPTED = 1;
    private static final int ZIP64_FIELD = 1;
    private static final long IN_ZIP64 = 0xffffffffL;

    static CentralEntry read(ByteBuffer in, int signature) {
      int at = in.position();
      CheckpointFile.require(in.getInt(at) == signature, "its zip directory is damaged");
      int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
      int extraLength = Short.toUnsignedInt(in.getShort(at + 30));
      int commentLength = Short.toUnsignedInt(in.getShort(at + 32));
      int total = CENTRAL_SIZE + nameLength + extraLength + commentLength;
      CheckpointFile.require(total <= in.remaining(), "its zip directory is damaged");
      byte[] name = new byte[nameLength];
      in.get(at + CENTRAL_SIZE, name);
      CentralEntry entry =
          of(
              new String(name, StandardCharsets.UTF_8),
              in,
              in.slice(at + CENTRAL_SIZE + nameLength, extraLength).order(in.order()));
      in.position(at + total);
      return entry;
    }

    private static CentralEntry of(String name, ByteBuffer in, ByteBuffer extra) {
      int at = in.position();
      boolean stored = in.getShort(at + 10) == 0 && (in.getShort(at + 8) & ENCRYPTED) == 0;
      CheckpointFile.require(
          stored,
          "its entry '"
              + name
              + "' is compressed or encrypted. Unpack the file and pack it again"
              + " uncompressed, or use the original.");
      long packed = Integer.toUnsignedLong(in.getInt(at + 20));
      long size = Integer.toUnsignedLong(in.getInt(at + 24));
      long offset = Integer.toUnsignedLong(in.getInt(at + 42));
      long crc32 = Integer.toUnsignedLong(in.getInt(at + 16));
      ByteBuffer wide = zip64(extra);
      size = size == IN_ZIP64 ? next(wide) : size;
      packed = packed == IN_ZIP64 ? next(wide) : packed;
      offset = offset == IN_ZIP64 ? next(wide) : offset;
      CheckpointFile.require(packed == size, "its entry '" + name + "' has two sizes");
      return new CentralEntry(name, size, crc32, offset);
    }

    private static long next(ByteBuffer wide) {
      CheckpointFile.require(wide.remaining() >= Long.BYTES, "its ZIP64 directory is damaged");
      return wide.getLong();
    }

    /** The extra field with 64-bit sizes; empty where there is none. */
    private static ByteBuffer zip64(ByteBuffer extra) {
      while (extra.remaining() >= 4) {
        int id = Short.toUnsignedInt(extra.getShort());
        int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
        if (id == ZIP64_FIELD) {
          return extra.slice(extra.position(), length).order(extra.order());
        }
        extra.position(extra.position() + length);
      }
      return ByteBuffer.allocate(0);
    }
  }
}
