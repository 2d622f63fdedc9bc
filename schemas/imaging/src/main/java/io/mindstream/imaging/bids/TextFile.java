package io.mindstream.imaging.bids;

import io.mindstream.imaging.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Text in UTF-8, as BIDS asks; a byte order mark is no part of it. */
final class TextFile {

  private static final int MARK = 0xFEFF;
  private static final String REMEDY = "save it as UTF-8";

  private TextFile() {}

  /**
   * Reads a file.
   *
   * @throws BidsException where it is missing or in another encoding; it names the line
   */
  static String read(Path file) {
    FileContent.missing(file)
        .ifPresent(
            problem -> {
              throw new BidsException(file, problem);
            });
    try {
      return decode(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new BidsException(file, "not found; check the path", e);
    } catch (IOException e) {
      throw new BidsException(file, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    requireNotUtf16(file, bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new BidsException(
          file,
          String.format(
              Locale.ROOT,
              "line %d: byte 0x%02X is no UTF-8: the text is Latin-1, perhaps; %s",
              line(bytes, in.position()),
              bytes[in.position()],
              REMEDY));
    }
    String text = out.flip().toString();
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  /** Text has no NUL; UTF-16 and UTF-32 have one beside each Latin letter. */
  private static void requireNotUtf16(Path file, byte[] bytes) {
    int pair = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    boolean marked = pair == MARK || pair == 0xFFFE;
    for (int i = 0; i < bytes.length; i++) {
      if (marked || bytes[i] == 0) {
        throw new BidsException(
            file,
            String.format(
                Locale.ROOT,
                "line %d: byte %d is 0x%02X: the text is UTF-16, perhaps; %s",
                line(bytes, i),
                i,
                bytes[i],
                REMEDY));
      }
    }
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
