package io.mindstream.imaging.dicom.pixel;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.testing.Slices;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small coded images whose pixels are known; dcmtk 3.6 made those of JPEG and RLE. */
public final class CodedSamples {

  static final int COLUMNS = 24;
  static final int ROWS = 20;

  private CodedSamples() {}

  /** The pixel at a place. */
  static int pixel(int x, int y, boolean signed, int bits) {
    int value = (x * x * 37 + y * y * 101 + x * y * 7) % (1 << bits);
    return signed ? value - (1 << (bits - 1)) : value;
  }

  /** A file such as {@code rle-signed16}, or {@code jpeg2000-unsigned12}. */
  public static byte[] file(String name) throws IOException {
    if (name.startsWith("jpeg2000")) {
      return jpeg2000(name.contains("-signed"), name.endsWith("12") ? 12 : 16);
    }
    try (InputStream in = CodedSamples.class.getResourceAsStream("/dicom/" + name + ".dcm")) {
      return in.readAllBytes();
    }
  }

  private static byte[] jpeg2000(boolean signed, int bits) throws IOException {
    return Slices.image("Philips")
        .text(Tag.SOP_INSTANCE, "UI", "1.2.3.4")
        .text(Tag.POSITION, "DS", "0\\0\\0")
        .us(Tag.ROWS, ROWS)
        .us(Tag.COLUMNS, COLUMNS)
        .us(Tag.BITS_STORED, bits)
        .us(Tag.HIGH_BIT, bits - 1)
        .us(Tag.SIGNED, signed ? 1 : 0)
        .fragments(codestream(signed, bits))
        .file(TransferSyntax.JPEG_2000_LOSSLESS);
  }

  private static byte[] codestream(boolean signed, int bits) throws IOException {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            new int[] {bits},
            false,
            false,
            ColorModel.OPAQUE,
            signed ? DataBuffer.TYPE_SHORT : DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(COLUMNS, ROWS);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        raster.setSample(x, y, 0, pixel(x, y, signed, bits));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
    J2KImageWriteParam lossless = (J2KImageWriteParam) writer.getDefaultWriteParam();
    lossless.setLossless(true);
    lossless.setFilter(J2KImageWriteParam.FILTER_53);
    try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(image);
      writer.write(
          null, new IIOImage(new BufferedImage(model, raster, false, null), null, null), lossless);
    }
    return unboxed(out.toByteArray());
  }

  /** DICOM has the codestream alone, without the boxes of a JP2 file. */
  private static byte[] unboxed(byte[] jp2) {
    for (int i = 0; i + 4 < jp2.length; i++) {
      if (jp2[i] == (byte) 0xFF && jp2[i + 1] == 0x4F && jp2[i + 2] == (byte) 0xFF) {
        return Arrays.copyOfRange(jp2, i, jp2.length);
      }
    }
    throw new IllegalStateException("no codestream");
  }
}
