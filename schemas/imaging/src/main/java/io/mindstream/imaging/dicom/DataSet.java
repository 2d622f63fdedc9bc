package io.mindstream.imaging.dicom;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kept elements of an object, or of an item of a sequence. */
public final class DataSet {

  private static final int LONGEST_TEXT = 1 << 16;

  private final ByteSource source;
  private final ByteOrder order;
  private final Map<Integer, DicomElement> elements;

  DataSet(ByteSource source, ByteOrder order, Map<Integer, DicomElement> elements) {
    this.source = source;
    this.order = order;
    this.elements = elements;
  }

  /** The values of a text, or numbers written as text, trimmed; empty where there are none. */
  public List<String> strings(int tag) {
    @Nullable DicomElement element = elements.get(tag);
    if (element == null || element.length() > LONGEST_TEXT) {
      return List.of();
    }
    String all = new String(value(element), StandardCharsets.ISO_8859_1);
    return Stream.of(all.split("\\\\", -1)).map(DataSet::trimmed).toList();
  }

  /** The first value of a text, where it is not empty. */
  public Optional<String> text(int tag) {
    return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
  }

  /** All values as one text with their backslashes. */
  public String joined(int tag) {
    return String.join("\\", strings(tag));
  }

  /**
   * Numbers, also those written as text.
   *
   * @throws DicomException where a value is no number
   */
  public double[] numbers(int tag) {
    @Nullable DicomElement element = elements.get(tag);
    if (element == null) {
      return new double[0];
    }
    return NumberValues.of(source.name(), element, value(element), order);
  }

  /** The first number. */
  public OptionalDouble number(int tag) {
    return Arrays.stream(numbers(tag)).findFirst();
  }

  /** The first number as an integer. */
  public OptionalInt integer(int tag) {
    OptionalDouble number = number(tag);
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  /** The items of a sequence; empty where there is none. */
  public List<DataSet> items(int tag) {
    @Nullable DicomElement element = elements.get(tag);
    return element == null ? List.of() : element.items();
  }

  /** The value as bytes, read now. */
  public Optional<byte[]> bytes(int tag) {
    return Optional.ofNullable(elements.get(tag)).map(this::value);
  }

  /** True where the element is there, also without a value. */
  public boolean has(int tag) {
    return elements.containsKey(tag);
  }

  /** The element's tag in the block that its creator reserved; block 10 where nobody did. */
  public int privateTag(PrivateTag wanted) {
    int group = wanted.tag() & 0xFFFF0000;
    for (DicomElement element : elements.values()) {
      if ((element.tag() & 0xFFFF0000) == group
          && Dictionary.creator(element.tag())
          && text(element.tag()).filter(name -> name.startsWith(wanted.creator())).isPresent()) {
        int tag = group | ((element.tag() & 0xFF) << 8) | (wanted.tag() & 0xFF);
        if (has(tag)) {
          return tag;
        }
      }
    }
    return wanted.tag();
  }

  Collection<DicomElement> elements() {
    return elements.values();
  }

  ByteOrder order() {
    return order;
  }

  byte[] value(DicomElement element) {
    return element.length() <= DicomElement.SMALL
        ? element.value()
        : source.read(element.offset(), element.length());
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(0, end).stripLeading();
  }
}
