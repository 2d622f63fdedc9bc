package io.mindstream.decoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTensorTest {

  @TempDir private Path folder;

  private float[] read(
      String type, byte[] bytes, int elements, int offset, int[] shape, int[] stride)
      throws IOException {
    PickleBytes pickle =
        new PickleBytes()
            .op('}')
            .text("w")
            .tensor(type, "0", elements, offset, shape, stride)
            .op('s', '.');
    Path file = CheckpointBytes.zip(folder.resolve("best.pth"), pickle, Map.of("0", bytes));
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      return checkpoint.weights().get("w").floats();
    }
  }

  private static byte[] floats(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(i);
    }
    return bytes.array();
  }

  @Test
  void shouldGatherTransposedTensor() throws IOException {
    assertThat(read("FloatStorage", floats(6), 6, 0, new int[] {3, 2}, new int[] {1, 3}))
        .containsExactly(0, 3, 1, 4, 2, 5);
  }

  @Test
  void shouldReadPartOfSharedStorage() throws IOException {
    assertThat(read("FloatStorage", floats(6), 6, 4, new int[] {2}, new int[] {1}))
        .containsExactly(4, 5);
  }

  @Test
  void shouldRepeatExpandedTensor() throws IOException {
    assertThat(read("FloatStorage", floats(2), 2, 1, new int[] {3}, new int[] {0}))
        .containsExactly(1, 1, 1);
  }

  @Test
  void shouldReadNumberWithoutAxes() throws IOException {
    assertThat(read("FloatStorage", floats(2), 2, 1, new int[] {}, new int[] {}))
        .containsExactly(1);
  }

  @Test
  void shouldReadEmptyTensor() throws IOException {
    assertThat(read("FloatStorage", new byte[0], 0, 0, new int[] {0, 3}, new int[] {3, 1}))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HalfStorage, 2, 00c0, -2",
    "HalfStorage, 2, 0100, 5.9604645e-8",
    "BFloat16Storage, 2, c03f, 1.5",
    "DoubleStorage, 8, 000000000000e03f, 0.5",
    "LongStorage, 8, feffffffffffffff, -2",
    "IntStorage, 4, feffffff, -2",
    "ShortStorage, 2, feff, -2",
    "CharStorage, 1, fe, -2",
    "ByteStorage, 1, fe, 254",
    "BoolStorage, 1, 01, 1"
  })
  void shouldConvertEveryElementType(String type, int bytes, String hex, float expected)
      throws IOException {
    byte[] element = java.util.HexFormat.of().parseHex(hex);
    assertThat(element).hasSize(bytes);
    assertThat(read(type, element, 1, 0, new int[] {1}, new int[] {1})).containsExactly(expected);
  }

  @Test
  void shouldRefuseTensorBeyondItsStorage() {
    assertThatThrownBy(() -> read("FloatStorage", floats(4), 4, 2, new int[] {3}, new int[] {1}))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("reaches beyond its storage");
  }

  @Test
  void shouldRefuseStorageShorterThanItClaims() {
    assertThatThrownBy(() -> read("FloatStorage", floats(4), 5, 0, new int[] {5}, new int[] {1}))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("shorter than its tensors");
  }

  @Test
  void shouldReadFileOfBeforePyTorch16() throws IOException {
    PickleBytes legacy =
        new PickleBytes()
            .op(0x80, 2, 0x8a, 10)
            .raw(java.util.HexFormat.of().parseHex("6cfc9c46f9206aa85019"))
            .op('.', 0x80, 2, 'M', 0xe9, 3, '.', 0x80, 2, '}', '.')
            .op(0x80, 2, '}')
            .text("w")
            .global("torch._utils", "_rebuild_tensor_v2")
            .op('(', '(')
            .text("storage")
            .global("torch", "FloatStorage")
            .text("94")
            .text("cpu")
            .number(3)
            .op('N', 't', 'Q', 'K', 1)
            .tuple(2)
            .tuple(1)
            .op(0x89, '}', 't', 'R', 's', '.')
            .op(0x80, 2, ']')
            .text("94")
            .op('a', '.')
            .little(3)
            .little(0)
            .raw(floats(3));
    Path file = Files.write(folder.resolve("old.pth"), legacy.bytes());
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.weights().get("w").floats()).containsExactly(1, 2);
    }
  }
}
