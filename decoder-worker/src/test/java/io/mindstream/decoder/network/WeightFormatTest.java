package io.mindstream.decoder.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeightFormatTest {

  private static final int PATTERNS = 1 << 16;

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void shouldLeaveEveryNumberOfTheFormatAsItIs(WeightFormat format) {
    ElementType type = ElementType.valueOf(format.name());
    ByteBuffer all = ByteBuffer.allocate(2 * PATTERNS).order(ByteOrder.LITTLE_ENDIAN);
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      all.putShort(2 * pattern, (short) pattern);
    }
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      float value = type.toFloat(all, 2 * pattern);
      if (!Float.isNaN(value)) {
        assertThat(cast(format, value)).isEqualTo(pattern);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00048828125, 3c00, a tie goes to the even number below",
    "1.00146484375, 3c02, a tie goes to the even number above",
    "65519.996, 7bff, the largest number that is not infinity",
    "65520, 7c00, infinity begins half a step further",
    "-1e9, fc00, what is too large keeps its sign",
    "2.9802322e-8, 0000, half of the smallest number ties to zero",
    "2.9802326e-8, 0001, a little more is the smallest number",
    "NaN, 7e00, not a number stays so"
  })
  void shouldRoundHalfFloatsToNearestEven(float value, String bits, String why) {
    assertThat(cast(WeightFormat.FLOAT16, value)).as(why).isEqualTo(Integer.parseInt(bits, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "1.00390625, 3f80, a tie goes to the even number below",
    "1.01171875, 3f82, a tie goes to the even number above",
    "3.4028235e38, 7f80, the largest float rounds to infinity",
    "NaN, 7fc0, not a number stays so"
  })
  void shouldRoundBfloat16ToNearestEven(float value, String bits, String why) {
    assertThat(cast(WeightFormat.BFLOAT16, value)).as(why).isEqualTo(Integer.parseInt(bits, 16));
  }

  @Test
  void shouldNotMoveTheBufferThatItReads() {
    ByteBuffer floats = floats(2.5f);
    ByteBuffer unused = WeightFormat.FLOAT16.cast(floats);
    assertThat(floats.remaining()).isEqualTo(Float.BYTES);
  }

  private static int cast(WeightFormat format, float value) {
    return Short.toUnsignedInt(format.cast(floats(value)).getShort());
  }

  private static ByteBuffer floats(float value) {
    return ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
  }
}
