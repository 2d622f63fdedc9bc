package io.mindstream.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PictureSimilarityTest {

  @Test
  void shouldFindAPictureAndItsNegativeOpposite() {
    RgbImage picture = ramp(16, 1, 0);

    assertEquals(-1, PictureSimilarity.pixelCorrelation(picture, ramp(16, -1, 255)), 1e-9);
  }

  @Test
  void shouldNotCorrelateWithAPictureOfOneColour() {
    assertEquals(0, PictureSimilarity.pixelCorrelation(ramp(16, 1, 0), ramp(16, 0, 128)));
  }

  @Test
  void shouldFindAPictureStructurallyEqualToItself() {
    assertEquals(1, PictureSimilarity.ssim(ramp(16, 1, 0), ramp(16, 1, 0)), 1e-12);
  }

  @Test
  void shouldCompareFlatPicturesByTheirLuminanceAlone() {
    // Without variance: (2 m1 m2 + C1) / (m1^2 + m2^2 + C1), C1 = 1e-4, levels 51 and 102 of 255.
    double expected = (2 * 0.2 * 0.4 + 1e-4) / (0.04 + 0.16 + 1e-4);

    assertEquals(expected, PictureSimilarity.ssim(ramp(16, 0, 51), ramp(16, 0, 102)), 1e-9);
  }

  @Test
  void shouldRefusePicturesOfDifferentSize() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PictureSimilarity.ssim(ramp(16, 1, 0), ramp(20, 1, 0)));
  }

  /** Grey, level offset + slope * pixel number. */
  private static RgbImage ramp(int size, int slope, int offset) {
    byte[] rgb = new byte[3 * size * size];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (offset + slope * (i / 3 % 256));
    }
    return new RgbImage(size, size, rgb);
  }
}
