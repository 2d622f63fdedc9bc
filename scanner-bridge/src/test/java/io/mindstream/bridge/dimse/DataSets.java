package io.mindstream.bridge.dimse;

/** Small data sets in explicit VR little endian: as much of an MR image as a sender looks at. */
public final class DataSets {

  private DataSets() {}

  /** An image of so many pixels of two bytes in one row. */
  public static byte[] image(String instance, int pixels) {
    LittleBytes out = new LittleBytes();
    text(out, 0x0008, 0x0016, "UI", Scu.MR);
    text(out, 0x0008, 0x0018, "UI", instance);
    text(out, 0x0008, 0x0060, "CS", "MR");
    text(out, 0x0020, 0x000D, "UI", "1.2.3");
    text(out, 0x0020, 0x000E, "UI", "1.2.3.4");
    number(out, 0x0002, 1);
    text(out, 0x0028, 0x0004, "CS", "MONOCHROME2");
    number(out, 0x0010, 1);
    number(out, 0x0011, pixels);
    number(out, 0x0100, 16);
    number(out, 0x0101, 16);
    number(out, 0x0102, 15);
    number(out, 0x0103, 0);
    out.u16(0x7FE0).u16(0x0010).text("OW").u16(0).u32(2 * pixels).all(new byte[2 * pixels]);
    return out.toArray();
  }

  private static void text(LittleBytes out, int group, int element, String vr, String text) {
    byte[] value = new LittleBytes().even(text, vr.equals("UI") ? '\0' : ' ').toArray();
    out.u16(group).u16(element).text(vr).u16(value.length).all(value);
  }

  private static void number(LittleBytes out, int element, int number) {
    out.u16(0x0028).u16(element).text("US").u16(2).u16(number);
  }
}
