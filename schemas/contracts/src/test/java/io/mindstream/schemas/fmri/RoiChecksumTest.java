package io.mindstream.schemas.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoiChecksumTest {

  private static final VolumeShape GRID = new VolumeShape(2, 3, 4);
  private static final String CHECKSUM = RoiChecksum.of(GRID, new int[] {1, 5});

  /** By {@code struct.pack('<5i', 2, 3, 4, 1, 5)} and hashlib of Python. */
  @Test
  void shouldBeThatOfTheDocumentedBytes() {
    assertThat(CHECKSUM)
        .isEqualTo("8583579e358e288cf78f9a57dd6071633bd242500faecea1d4558df5cbdbfb12");
  }

  @Test
  void shouldTellAnotherOrderOfVoxels() {
    assertThat(RoiChecksum.of(GRID, new int[] {5, 1})).isNotEqualTo(CHECKSUM);
  }

  @Test
  void shouldTellAnotherGrid() {
    assertThat(RoiChecksum.of(new VolumeShape(3, 2, 4), new int[] {1, 5})).isNotEqualTo(CHECKSUM);
  }
}
