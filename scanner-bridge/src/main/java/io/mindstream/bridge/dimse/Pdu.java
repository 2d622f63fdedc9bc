package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;

/**
 * One protocol data unit.
 *
 * @param type its kind
 * @param body what follows the length
 */
record Pdu(PduType type, PduCursor body) {

  /** A-ASSOCIATE-RQ with 128 contexts of 50 transfer syntaxes each is far below that. */
  private static final long LONGEST_OTHER = 1 << 20;

  private static final int HEADER = 6;

  /**
   * Reads the next one.
   *
   * @param longestData the longest P-DATA-TF that was announced to the peer, bytes after the header
   * @throws DimseException where it is of no known kind, or longer than allowed
   */
  static Pdu read(TimedInput in, int longestData) throws IOException {
    PduCursor header = new PduCursor(in.exactly(HEADER));
    int code = header.u8();
    PduType type =
        PduType.of(code)
            .orElseThrow(
                () ->
                    new DimseException(
                        AbortReason.UNRECOGNISED_PDU,
                        "a PDU of unknown type " + code + ": it speaks no DICOM"));
    header.u8();
    long length = header.u32();
    if (length > (type == PduType.DATA ? longestData : LONGEST_OTHER)) {
      throw new DimseException(
          AbortReason.INVALID_PARAMETER,
          "a %s PDU announces %d bytes, more than allowed".formatted(type, length));
    }
    return new Pdu(type, new PduCursor(in.exactly((int) length)));
  }
}
