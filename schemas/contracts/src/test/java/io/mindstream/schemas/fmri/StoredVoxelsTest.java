package io.mindstream.schemas.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class StoredVoxelsTest {

  private static final VolumeShape TWO = new VolumeShape(2, 1, 1);

  @Test
  void shouldScaleSignedIntegersBySlopeAndIntercept() {
    StoredVoxels voxels =
        new StoredVoxels(TWO, StoredVoxels.Type.INT16, 2.0, 0.5, shorts((short) -3, (short) 4));
    assertThat(voxels.gather(new int[] {0, 1})).containsExactly(-5.5f, 8.5f);
  }

  @Test
  void shouldReadUnsignedIntegersAboveTheSignedRange() {
    StoredVoxels voxels =
        new StoredVoxels(TWO, StoredVoxels.Type.UINT16, 1, 0, shorts((short) 0xFFFF, (short) 1));
    assertThat(voxels.value(0)).isEqualTo(65535.0);
  }

  @Test
  void shouldReadLittleEndianFloats() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(1.25f).putFloat(-7f).flip();
    assertThat(new StoredVoxels(TWO, StoredVoxels.Type.FLOAT32, 1, 0, bytes).value(1))
        .isEqualTo(-7.0);
  }

  @Test
  void shouldGatherInTheOrderOfTheIndices() {
    StoredVoxels voxels =
        new StoredVoxels(TWO, StoredVoxels.Type.INT16, 1, 0, shorts((short) 1, (short) 2));
    assertThat(voxels.gather(new int[] {1, 0})).containsExactly(2f, 1f);
  }

  @Test
  void shouldRefuseBytesThatDoNotFitTheShape() {
    assertThatThrownBy(
            () ->
                new StoredVoxels(
                    TWO, StoredVoxels.Type.FLOAT32, 1, 0, shorts((short) 1, (short) 2)))
        .hasMessageContaining("8 bytes, got 4");
  }

  @Test
  void shouldRefuseAShapeWithMoreVoxelsThanAnIntCounts() {
    assertThatThrownBy(() -> new VolumeShape(99_999, 99_999, 99_999))
        .hasMessageContaining("too large");
  }

  private static ByteBuffer shorts(short... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short value : values) {
      bytes.putShort(value);
    }
    return bytes.flip();
  }
}
