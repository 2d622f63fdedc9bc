package io.mindstream.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers of an element, binary or written out. */
final class NumberValues {

  private NumberValues() {}

  static double[] of(String name, DicomElement element, byte[] value, ByteOrder order) {
    ByteBuffer in = ByteBuffer.wrap(value).order(order);
    return switch (element.vr()) {
      case US, AT -> binary(value.length / 2, i -> Short.toUnsignedInt(in.getShort(2 * i)));
      case SS -> binary(value.length / 2, i -> in.getShort(2 * i));
      case UL -> binary(value.length / 4, i -> Integer.toUnsignedLong(in.getInt(4 * i)));
      case SL -> binary(value.length / 4, i -> in.getInt(4 * i));
      case FL -> binary(value.length / 4, i -> in.getFloat(4 * i));
      case FD -> binary(value.length / 8, i -> in.getDouble(8 * i));
      case UN -> unknown(name, element, value, order);
      default -> written(name, element, value);
    };
  }

  /** An explicit VR that a converter lost: the dictionary knows it. */
  private static double[] unknown(
      String name, DicomElement element, byte[] value, ByteOrder order) {
    Vr vr = Dictionary.vr(element.tag());
    DicomElement known =
        new DicomElement(
            element.tag(),
            vr == Vr.UN ? Vr.DS : vr,
            element.offset(),
            element.length(),
            value,
            element.items());
    return of(name, known, value, order);
  }

  private static double[] written(String name, DicomElement element, byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    if (text.isEmpty()) {
      return new double[0];
    }
    try {
      double[] numbers =
          Arrays.stream(text.split("\\\\")).mapToDouble(NumberValues::parsed).toArray();
      if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
        throw new DicomException(name, element.tag(), "holds no finite number");
      }
      return numbers;
    } catch (NumberFormatException e) {
      throw new DicomException(name, element.tag(), "holds no number where one belongs");
    }
  }

  private static double parsed(String text) {
    return text.isBlank() ? 0 : Double.parseDouble(text.strip());
  }

  private static double[] binary(int count, java.util.function.IntToDoubleFunction value) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = value.applyAsDouble(i);
    }
    return numbers;
  }
}
