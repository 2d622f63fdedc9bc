package io.mindstream.imaging.dicom.pixel;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import jj2000.j2k.NotImplementedError;

/** Lossless JPEG and JPEG 2000, by Java's image readers, from memory alone. */
final class CodedImage {

  /** The JDK's own reader of JPEG knows no lossless process. */
  private static final String LOSSLESS_JPEG =
      "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";

  private static final int PADDING = 8;

  private CodedImage() {}

  /** A frame in native form, little endian. */
  static byte[] decode(DicomObject object, byte[] coded, PixelFormat format) {
    CodedSize size = CodedSize.of(coded);
    if (!size.fits(format)) {
      throw object.problem(Tag.PIXELS, "holds " + size + ", not the image that is described");
    }
    try (ImageInputStream in = new BoundedImageStream(input(coded, object))) {
      ImageReader reader = reader(object.syntax());
      try {
        reader.setInput(in, true, true);
        return bytes(raster(reader, object.syntax()), format);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException | NotImplementedError e) {
      // Readers of others: for damaged images they throw whatever comes.
      throw new DicomException(
          object.name(), Tag.PIXELS, "cannot be decoded; send it again, or uncompressed", e);
    }
  }

  /**
   * The reader of JPEG loses the last pixel where the end marker comes within its look-ahead: a few
   * bytes before the marker, which nobody decodes, keep it away.
   */
  private static byte[] input(byte[] coded, DicomObject object) {
    int end = coded.length - 2;
    while (end > 0 && !(coded[end] == (byte) 0xFF && coded[end + 1] == (byte) 0xD9)) {
      end--;
    }
    if (object.syntax().coding() != TransferSyntax.Coding.JPEG || end <= 0) {
      return coded;
    }
    byte[] padded = new byte[coded.length + PADDING];
    System.arraycopy(coded, 0, padded, 0, end);
    System.arraycopy(coded, end, padded, end + PADDING, coded.length - end);
    return padded;
  }

  private static ImageReader reader(TransferSyntax syntax) throws IOException {
    if (syntax.coding() == TransferSyntax.Coding.JPEG_2000) {
      return new J2KImageReaderSpi().createReaderInstance();
    }
    Iterator<ImageReaderSpi> readers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (readers.hasNext()) {
      ImageReaderSpi reader = readers.next();
      if (reader.getClass().getName().equals(LOSSLESS_JPEG)) {
        return reader.createReaderInstance();
      }
    }
    throw new IOException("no reader of lossless JPEG is installed");
  }

  private static Raster raster(ImageReader reader, TransferSyntax syntax) throws IOException {
    return syntax.coding() == TransferSyntax.Coding.JPEG
        ? reader.readRaster(0, reader.getDefaultReadParam())
        : reader.read(0).getRaster();
  }

  private static byte[] bytes(Raster raster, PixelFormat format) throws IOException {
    if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()) {
      throw new IOException("another size");
    }
    int[] samples = raster.getSamples(0, 0, format.columns(), format.rows(), 0, (int[]) null);
    ByteBuffer out = ByteBuffer.allocate((int) format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      switch (format.allocated()) {
        case 8 -> out.put((byte) sample);
        case 16 -> out.putShort((short) sample);
        default -> out.putInt(sample);
      }
    }
    return out.array();
  }
}
