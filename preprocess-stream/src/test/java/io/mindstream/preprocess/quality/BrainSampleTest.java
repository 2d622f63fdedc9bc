package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BrainSampleTest {

  private static final VolumeShape SHAPE = new VolumeShape(10, 10, 2);

  @Test
  void shouldChooseVoxelsOfTheBrainOutsideTheRoiEvenlySpread() {
    assertThat(chosen(volume(100, 1000f), new int[] {100, 102}, 4))
        .containsExactly(114, 138, 163, 187);
  }

  @Test
  void shouldChooseAllOfASmallBrain() {
    assertThat(chosen(volume(190, 1000f), new int[] {195}, 256)).hasSize(9);
  }

  @Test
  void shouldLeaveOutWhatIsNotFinite() {
    assertThat(chosen(volume(199, Float.POSITIVE_INFINITY), new int[0], 256)).doesNotContain(199);
  }

  private static int[] chosen(StoredVoxels volume, int[] roi, int count) {
    return BrainSample.of(volume, ClipLevel.of(volume), roi, count);
  }

  /** Background of 10, from a voxel on something brighter. */
  private static StoredVoxels volume(int from, float bright) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * SHAPE.voxels()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < SHAPE.voxels(); voxel++) {
      bytes.putFloat(voxel >= from ? bright : 10);
    }
    return new StoredVoxels(SHAPE, StoredVoxels.Type.FLOAT32, 1, 0, bytes.flip());
  }
}
