package io.mindstream.decoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickleReaderTest {

  @Test
  void shouldBuildPlainMapForInstanceOfUnknownClass() {
    PickleObject config =
        (PickleObject)
            new PickleBytes()
                .op(0x80, 2)
                .global("config", "Config_MBM_fMRI")
                .op(')', 0x81, '}')
                .text("num_heads")
                .op('K', 16, 's', 'b', '.')
                .read();
    assertThat(config.type()).isEqualTo(new PickleGlobal("config", "Config_MBM_fMRI"));
    assertThat(config.attributes()).isEqualTo(Map.of("num_heads", 16L));
  }

  @Test
  void shouldExecuteNothing() {
    PickleObject call =
        (PickleObject)
            new PickleBytes()
                .global("os", "system")
                .text("touch /tmp/never")
                .op(0x85, 'R', '.')
                .read();
    assertThat(call.type()).hasToString("os.system");
    assertThat(call.arguments()).containsExactly("touch /tmp/never");
  }

  @Test
  void shouldKeepEntriesOfOrderedDictWhenItIsGivenState() {
    Object weights =
        new PickleBytes()
            .global("collections", "OrderedDict")
            .op(')', 'R')
            .text("weight")
            .op('K', 1, 's', '}')
            .text("_metadata")
            .op('}', 's', 'b', '.')
            .read();
    assertThat(weights).isEqualTo(Map.of("weight", 1L));
  }

  @Test
  void shouldReadScalarsOfAllKinds() {
    Object values =
        new PickleBytes()
            .op(']', '(', 'K', 200, 'M', 1, 2, 0x88, 0x89, 0x8a, 2, 0, 0x80)
            .op('G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0)
            .op(0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'e', '.')
            .read();
    assertThat(values)
        .isEqualTo(List.of(200L, 513L, true, false, -32768L, 1.5, BigInteger.ONE.shiftLeft(64)));
  }

  @Test
  void shouldReadDeepNestingWithoutRecursion() {
    PickleBytes pickle = new PickleBytes().op(')');
    for (int depth = 0; depth < 200_000; depth++) {
      pickle.op(0x85);
    }
    assertThat(pickle.op('.').read()).isInstanceOf(List.class);
  }

  @Test
  void shouldTakeKeyThatHoldsItself() {
    Object map = new PickleBytes().op('}', ']', 'q', 0, 'h', 0, 'a', 'N', 's', '.').read();
    assertThat((Map<?, ?>) map).hasSize(1);
  }

  @Test
  void shouldRefuseLengthBeyondTheEnd() {
    PickleBytes pickle = new PickleBytes().op('X').little(Integer.MAX_VALUE).op('.');
    assertThatThrownBy(pickle::read)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("ends too early");
  }

  @Test
  void shouldNameOpcodeThatPyTorchDoesNotWrite() {
    assertThatThrownBy(() -> new PickleBytes().op('i', '.').read())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("0x69");
  }
}
