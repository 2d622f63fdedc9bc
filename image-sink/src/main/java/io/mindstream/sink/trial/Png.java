package io.mindstream.sink.trial;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Looks into a PNG before it is kept. */
final class Png {

  static {
    ImageIO.setUseCache(false); // pictures need no disk, and so no room on one
  }

  /** Most pixels of one side: a few bytes of PNG can ask for gigabytes of pixels. */
  private static final int MAX_SIDE = 4096;

  private Png() {}

  /**
   * Checks that the bytes are a whole picture of the stated size.
   *
   * @throws PipelineException with {@link FailureCode#INVALID_RECORD} where they are not
   */
  static void check(byte[] png, int width, int height) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw broken("they are in no picture format that can be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        checkSize(reader.getWidth(0), reader.getHeight(0), width, height);
        reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw broken(String.valueOf(e.getMessage()));
    }
  }

  private static void checkSize(int width, int height, int saidWidth, int saidHeight) {
    if (width != saidWidth || height != saidHeight) {
      throw broken(
          "the picture is "
              + width
              + "x"
              + height
              + ", the record says "
              + saidWidth
              + "x"
              + saidHeight);
    }
    if (width > MAX_SIDE || height > MAX_SIDE) {
      throw broken("the picture is larger than " + MAX_SIDE + " pixels a side");
    }
  }

  private static PipelineException broken(String why) {
    return new PipelineException(
        FailureCode.INVALID_RECORD,
        "field png of the decoded image holds no usable picture: " + why);
  }
}
