package io.mindstream.bridge.console;

import io.mindstream.bridge.dimse.FileMeta;
import io.mindstream.bridge.dimse.ReceivedObject;
import io.mindstream.imaging.dicom.TransferSyntax;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A DICOM object that a console sends.
 *
 * @param sopClass UID
 * @param instance SOP instance UID
 * @param name of its file, with the vendor's folders
 * @param dataSet explicit VR little endian; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record ScanObject(String sopClass, String instance, String name, byte[] dataSet) {

  static final String MR = "1.2.840.10008.5.1.4.1.1.4";
  static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";

  /** The object as a file of PS3.10. */
  byte[] file(String aeTitle) {
    byte[] meta =
        FileMeta.of(
            new ReceivedObject(
                sopClass,
                instance,
                TransferSyntax.EXPLICIT_LITTLE.uid(),
                ByteBuffer.wrap(dataSet),
                Instant.EPOCH,
                aeTitle));
    byte[] file = Arrays.copyOf(meta, meta.length + dataSet.length);
    System.arraycopy(dataSet, 0, file, meta.length, dataSet.length);
    return file;
  }
}
