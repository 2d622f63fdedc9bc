package io.mindstream.decoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchObjectsTest {

  @TempDir private Path folder;

  @Test
  void shouldTurnTheSignsWhereTheNegativeBitIsSet() throws IOException {
    PickleBytes bits = new PickleBytes().op('}').text("neg").op(0x88, 's');
    assertThat(read(tensor(bits))).containsExactly(-1, -2);
  }

  @Test
  void shouldLeaveTheSignsWhereTheNegativeBitIsNotSet() throws IOException {
    PickleBytes bits = new PickleBytes().op('}').text("neg").op(0x89, 's');
    assertThat(read(tensor(bits))).containsExactly(1, 2);
  }

  @Test
  void shouldRefuseABitThatItDoesNotKnow() {
    PickleBytes bits = new PickleBytes().op('}').text("zero").op(0x88, 's');
    assertThatThrownBy(() -> read(tensor(bits)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("'zero'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch Tensor", "torch.nn.parameter Parameter"})
  void shouldReadATensorWithAttributes(String type) throws IOException {
    assertThat(read(typed(type))).containsExactly(1, 2);
  }

  @Test
  void shouldRefuseAnotherTypeOfTensorByTheNames() {
    assertThatThrownBy(() -> read(typed("some.library QuantizedTensor")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("tensor w")
        .hasMessageContaining("some.library.QuantizedTensor");
  }

  @Test
  void shouldRefuseATensorOfAnotherKindByTheNames() {
    PickleBytes other = new PickleBytes().global("torch._utils", "_rebuild_qtensor").op(')', 'R');
    assertThatThrownBy(() -> read(other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("tensor w")
        .hasMessageContaining("_rebuild_qtensor");
  }

  @Test
  void shouldNameTheTensorThatIsNotFinite() throws IOException {
    byte[] numbers = floats(1, Float.NaN);
    try (Checkpoint checkpoint = open(tensor(new PickleBytes().op('}')), numbers)) {
      CheckpointTensor tensor = checkpoint.weights().get("w");
      assertThatThrownBy(() -> tensor.writeFiniteFloat32("w", new ByteArrayOutputStream()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("tensor w holds NaN");
    }
  }

  @Test
  void shouldSayThatATarFileIsTooOld() throws IOException {
    byte[] tar = new byte[512];
    System.arraycopy(new byte[] {'u', 's', 't', 'a', 'r'}, 0, tar, 257, 5);
    Path file = Files.write(folder.resolve("old.pth"), tar);
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("too old");
  }

  private float[] read(PickleBytes value) throws IOException {
    try (Checkpoint checkpoint = open(value, floats(1, 2))) {
      return checkpoint.weights().get("w").floats();
    }
  }

  private Checkpoint open(PickleBytes value, byte[] numbers) throws IOException {
    PickleBytes pickle = new PickleBytes().op('}').text("w").raw(value.bytes()).op('s', '.');
    Path file = folder.resolve("best.pth");
    return Checkpoint.open(CheckpointBytes.zip(file, pickle, Map.of("0", numbers)));
  }

  /** Two floats, with bits as the last argument. */
  private static PickleBytes tensor(PickleBytes bits) {
    return new PickleBytes()
        .global("torch._utils", "_rebuild_tensor_v2")
        .raw(arguments(bits).bytes())
        .op('R');
  }

  private static PickleBytes typed(String type) {
    int space = type.indexOf(' ');
    return new PickleBytes()
        .global("torch._tensor", "_rebuild_from_type_v2")
        .op('(')
        .global("torch._utils", "_rebuild_tensor_v2")
        .global(type.substring(0, space), type.substring(space + 1))
        .raw(arguments(new PickleBytes().op('}')).bytes())
        .op('}', 't', 'R');
  }

  private static PickleBytes arguments(PickleBytes bits) {
    return new PickleBytes()
        .op('(', '(')
        .text("storage")
        .global("torch", "FloatStorage")
        .text("0")
        .text("cpu")
        .number(2)
        .op('t', 'Q')
        .number(0)
        .tuple(2)
        .tuple(1)
        .op(0x89, '}')
        .raw(bits.bytes())
        .op('t');
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
