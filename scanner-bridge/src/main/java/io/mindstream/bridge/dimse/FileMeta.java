package io.mindstream.bridge.dimse;

/**
 * What stands before the data set in a DICOM file: preamble and group 0002 (PS3.10, section 7.1).
 */
public final class FileMeta {

  private static final int PREAMBLE = 128;
  private static final int GROUP = 0x0002;

  private final LittleBytes bytes = new LittleBytes();

  private FileMeta() {}

  /** The bytes before an object's data set. */
  public static byte[] of(ReceivedObject object) {
    FileMeta elements = new FileMeta();
    elements.version();
    elements.text(0x0002, "UI", object.sopClass(), '\0');
    elements.text(0x0003, "UI", object.sopInstance(), '\0');
    elements.text(0x0010, "UI", object.transferSyntax(), '\0');
    elements.text(0x0012, "UI", Uid.IMPLEMENTATION, '\0');
    elements.text(0x0013, "SH", Uid.IMPLEMENTATION_VERSION, ' ');
    elements.text(0x0016, "AE", object.callingAeTitle(), ' ');
    byte[] group = elements.bytes.toArray();
    FileMeta file = new FileMeta();
    file.bytes.all(new byte[PREAMBLE]).text("DICM");
    file.value(0x0000, "UL", new LittleBytes().u32(group.length).toArray());
    return file.bytes.all(group).toArray();
  }

  /** FileMetaInformationVersion; OB has a length of four bytes. */
  private void version() {
    byte[] version = {0, 1};
    bytes.u16(GROUP).u16(0x0001).text("OB").u16(0).u32(version.length).all(version);
  }

  private void text(int element, String vr, String text, char padding) {
    value(element, vr, new LittleBytes().even(text, padding).toArray());
  }

  private void value(int element, String vr, byte[] value) {
    bytes.u16(GROUP).u16(element).text(vr).u16(value.length).all(value);
  }
}
