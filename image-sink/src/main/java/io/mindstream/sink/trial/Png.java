package io.mindstream.sink.trial;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Looks into a PNG before it is kept. */
final class Png {

  private Png() {}

  /**
   * Checks that the bytes are a whole picture of the stated size.
   *
   * @throws PipelineException with {@link FailureCode#INVALID_RECORD} where they are not
   */
  static void check(byte[] png, int width, int height) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      if (picture == null) {
        throw broken("they are in no picture format that can be read");
      }
      if (picture.getWidth() != width || picture.getHeight() != height) {
        throw broken(
            "the picture is "
                + picture.getWidth()
                + "x"
                + picture.getHeight()
                + ", the record says "
                + width
                + "x"
                + height);
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw broken(String.valueOf(e.getMessage()));
    }
  }

  private static PipelineException broken(String why) {
    return new PipelineException(
        FailureCode.INVALID_RECORD,
        "field png of the decoded image holds no usable picture: " + why);
  }
}
