package io.mindstream.imaging.dicom;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads DICOM objects: files of PS3.10, data sets without preamble, and what an association
 * receives. Pixel data are found, not read.
 */
public final class DicomReader {

  private static final int PREAMBLE = 128;
  private static final int HEAD = PREAMBLE + 4;

  private DicomReader() {}

  /**
   * Reads a file's elements.
   *
   * @throws DicomException where it is not DICOM, is cut off, or its transfer syntax is not read
   */
  public static DicomObject read(Path file) {
    return read(FileBytes.of(file));
  }

  /** The same for bytes in memory or elsewhere. */
  public static DicomObject read(ByteSource source) {
    ByteCursor cursor = new ByteCursor(source, start(source));
    if (source.size() < 8) {
      throw new DicomException(source.name(), "is too short for DICOM");
    }
    if (cursor.peek(0) == 2 && cursor.peek(1) == 0) {
      DataSet meta = new DataSetParser(cursor).parseMeta();
      String uid = meta.text(Tag.TRANSFER_SYNTAX).orElse(TransferSyntax.EXPLICIT_LITTLE.uid());
      return read(source, cursor.position(), syntax(source, uid));
    }
    TransferSyntax guessed =
        guess(cursor).orElseThrow(() -> new DicomException(source.name(), "is no DICOM object"));
    return read(source, cursor.position(), guessed);
  }

  /**
   * Reads a data set without its file's meta information, as C-STORE sends it.
   *
   * @param transferSyntax UID of the presentation context that was accepted
   */
  public static DicomObject read(ByteSource source, String transferSyntax) {
    return read(source, 0, syntax(source, transferSyntax));
  }

  /** True for what begins like DICOM. */
  public static boolean recognises(ByteSource source) {
    if (source.size() < 16) {
      return false;
    }
    long start = start(source);
    ByteCursor cursor = new ByteCursor(source, start);
    return start > 0 || (cursor.peek(0) == 2 && cursor.peek(1) == 0) || guess(cursor).isPresent();
  }

  private static DicomObject read(ByteSource source, long start, TransferSyntax syntax) {
    boolean deflated = syntax == TransferSyntax.DEFLATED;
    ByteSource plain = deflated ? Inflated.of(source, start) : source;
    DataSetParser parser = new DataSetParser(new ByteCursor(plain, deflated ? 0 : start));
    DataSet data = parser.parse(Encoding.of(syntax));
    return new DicomObject(plain, syntax, data, parser.pixels());
  }

  private static TransferSyntax syntax(ByteSource source, String uid) {
    return TransferSyntax.of(uid)
        .orElseThrow(
            () ->
                new DicomException(
                    source.name(),
                    Tag.TRANSFER_SYNTAX,
                    "is a transfer syntax that is not read ("
                        + (uid.matches("[0-9.]{1,64}") ? uid : "no UID")
                        + "); have the scanner send uncompressed, RLE, lossless JPEG or JPEG 2000"));
  }

  private static long start(ByteSource source) {
    if (source.size() < HEAD + 8) {
      return 0;
    }
    byte[] magic = source.read(PREAMBLE, 4);
    return magic[0] == 'D' && magic[1] == 'I' && magic[2] == 'C' && magic[3] == 'M' ? HEAD : 0;
  }

  /** From the first element, which is of group 0008 where there is no meta information. */
  private static Optional<TransferSyntax> guess(ByteCursor cursor) {
    boolean little = cursor.peek(0) == 8 && cursor.peek(1) == 0;
    boolean big = cursor.peek(0) == 0 && cursor.peek(1) == 8;
    boolean explicit = Vr.known(cursor.peek(4), cursor.peek(5));
    if (little && cursor.peek(3) < 0x20) {
      boolean implicit = cursor.peek(6) == 0 && cursor.peek(7) == 0;
      return explicit
          ? Optional.of(TransferSyntax.EXPLICIT_LITTLE)
          : implicit ? Optional.of(TransferSyntax.IMPLICIT_LITTLE) : Optional.empty();
    }
    return big && explicit ? Optional.of(TransferSyntax.EXPLICIT_BIG) : Optional.empty();
  }
}
