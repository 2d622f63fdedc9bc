package io.mindstream.sink.trial;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PictureChecksTest {

  @Test
  void shouldTakeAWholePictureOfTheStatedSize() {
    assertDoesNotThrow(() -> Png.check(png(8, 4), 8, 4));
  }

  @Test
  void shouldRefuseAPictureOfAnotherSize() throws IOException {
    byte[] png = png(8, 4);
    assertRefused(() -> Png.check(png, 4, 8));
  }

  @Test
  void shouldRefuseATruncatedPicture() throws IOException {
    byte[] png = png(64, 64);
    byte[] half = Arrays.copyOf(png, png.length / 2);
    assertRefused(() -> Png.check(half, 64, 64));
  }

  @Test
  void shouldRefuseBytesThatAreNoPicture() {
    assertRefused(() -> Png.check(new byte[] {1, 2, 3}, 8, 8));
  }

  @Test
  void shouldRefuseAHugePictureBeforeItsPixelsTakeMemory() throws IOException {
    byte[] png = png(4097, 1);
    assertRefused(() -> Png.check(png, 4097, 1));
  }

  @Test
  void shouldTakeTheLastSample() {
    assertDoesNotThrow(() -> SampleNumbers.check(4, 5));
  }

  @Test
  void shouldRefuseASampleThatTheTrialDoesNotHave() {
    assertRefused(() -> SampleNumbers.check(5, 5));
  }

  @Test
  void shouldRefuseMoreSamplesThanThePageHasRoomFor() {
    assertRefused(() -> SampleNumbers.check(0, Integer.MAX_VALUE));
  }

  private static byte[] png(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, i * 0x9E3779B1);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void assertRefused(Executable check) {
    assertEquals(FailureCode.INVALID_RECORD, assertThrows(PipelineException.class, check).code());
  }
}
