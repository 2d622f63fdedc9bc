package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class GhostRatioTest {

  private static final VolumeShape SHAPE = new VolumeShape(20, 32, 4);

  @Test
  void shouldSetTheGhostAboveTheBackgroundAgainstTheBrain() {
    assertThat(ratio(volume(SHAPE, 1000, 120, 20), SHAPE)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void shouldFindNoGhostInAnEvenBackground() {
    assertThat(ratio(volume(SHAPE, 1000, 20, 20), SHAPE)).isZero();
  }

  @Test
  void shouldNotBeKnownWhereNothingIsAboveZero() {
    assertThat(ratio(volume(SHAPE, 0, 0, 0), SHAPE)).isNaN();
  }

  @Test
  void shouldNotBeKnownWhereTheGridIsTooSmall() {
    VolumeShape small = new VolumeShape(20, 6, 4);
    assertThat(ratio(volume(small, 1000, 120, 20), small)).isNaN();
  }

  private static double ratio(StoredVoxels volume, VolumeShape shape) {
    return GhostRatio.chosenIn(volume, shape, ClipLevel.of(volume)).of(volume);
  }

  /** A brain in the middle half of y, its ghost in the rest, both in the middle half of x. */
  private static StoredVoxels volume(VolumeShape shape, int brain, int ghost, int background) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * shape.voxels()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < shape.voxels(); voxel++) {
      int x = voxel % shape.nx();
      int y = voxel / shape.nx() % shape.ny();
      boolean middle = 4 * y >= shape.ny() && 4 * y < 3 * shape.ny();
      boolean aside = 4 * x < shape.nx() || 4 * x >= 3 * shape.nx();
      bytes.putShort((short) (aside ? background : middle ? brain : ghost));
    }
    return new StoredVoxels(shape, StoredVoxels.Type.INT16, 1, 0, bytes.flip());
  }
}
