package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mindstream.decoder.checkpoint.ElementType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The header of a safetensors file: JSON that gives each tensor's type, shape and byte range. Of
 * the format's types a bundle holds F32 and F16. See the format's page,
 * https://github.com/huggingface/safetensors.
 *
 * @param tensors by name, in the order of their bytes
 */
record SafetensorsHeader(Map<String, Entry> tensors) {

  private static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;
  private static final Map<String, ElementType> TYPES =
      Map.of("F32", ElementType.FLOAT32, "F16", ElementType.FLOAT16);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * One tensor.
   *
   * @param spec type and shape
   * @param begin first byte, from the end of the header
   */
  record Entry(TensorSpec spec, long begin) {

    long end() {
      return begin + bytes();
    }

    long bytes() {
      return Math.multiplyExact(spec.elements(), spec.dtype().bytes());
    }
  }

  /** Lays tensors of one type out one after the other, without gaps. */
  static SafetensorsHeader of(Map<String, long[]> shapes, ElementType type) {
    Map<String, Entry> tensors = new LinkedHashMap<>();
    long begin = 0;
    for (Map.Entry<String, long[]> shape : shapes.entrySet()) {
      Entry entry = new Entry(new TensorSpec(type, shape.getValue()), begin);
      tensors.put(shape.getKey(), entry);
      begin = entry.end();
    }
    return new SafetensorsHeader(tensors);
  }

  /** The JSON, filled with spaces so that tensors begin at a multiple of 8 bytes. */
  byte[] json() throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    tensors.forEach((name, entry) -> describe(root.putObject(name), entry));
    byte[] text = JSON.writeValueAsBytes(root);
    int aligned = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(text, aligned);
    Arrays.fill(padded, text.length, aligned, (byte) ' ');
    return padded;
  }

  private static void describe(ObjectNode node, Entry entry) {
    node.put("dtype", entry.spec().dtype() == ElementType.FLOAT16 ? "F16" : "F32");
    Arrays.stream(entry.spec().shape()).forEach(node.putArray("shape")::add);
    node.putArray("data_offsets").add(entry.begin()).add(entry.end());
  }

  /**
   * Reads and checks a header: every tensor's range must fit its shape, and the ranges must follow
   * each other without overlap or gap up to the end of the data.
   *
   * @param dataBytes bytes after the header
   * @throws BundleException where anything is wrong
   */
  static SafetensorsHeader parse(byte[] json, long dataBytes) {
    Map<String, Entry> tensors = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Entry> tensor : entries(json).entrySet()) {
      check(
          tensor.getValue().begin() == end,
          "tensor '" + tensor.getKey() + "' overlaps another or leaves a gap");
      end = tensor.getValue().end();
      tensors.put(tensor.getKey(), tensor.getValue());
    }
    check(end == dataBytes, "its tensors take " + end + " bytes, it has " + dataBytes);
    return new SafetensorsHeader(tensors);
  }

  private static Map<String, Entry> entries(byte[] json) {
    JsonNode root = tree(json);
    check(root.isObject(), "its header is not a JSON object");
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.put(field.getKey(), entry(field.getKey(), field.getValue()));
      }
    }
    return inByteOrder(entries);
  }

  private static Map<String, Entry> inByteOrder(Map<String, Entry> entries) {
    Map<String, Entry> ordered = new LinkedHashMap<>();
    entries.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(SafetensorsHeader::compareRanges))
        .forEachOrdered(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static int compareRanges(Entry a, Entry b) {
    int begins = Long.compare(a.begin(), b.begin());
    return begins != 0 ? begins : Long.compare(a.bytes(), b.bytes());
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new BundleException("its header is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Entry entry(String name, JsonNode node) {
    String where = "tensor '" + name + "' ";
    ElementType type = TYPES.get(node.path("dtype").asText());
    if (type == null) {
      throw new BundleException(where + "is neither F32 nor F16; import the model again");
    }
    long[] shape = numbers(node.path("shape"), where + "has no sound shape");
    long[] range = numbers(node.path("data_offsets"), where + "has no sound data_offsets");
    check(range.length == 2, where + "needs two data_offsets");
    try {
      Entry entry = new Entry(new TensorSpec(type, shape), range[0]);
      check(entry.end() == range[1], where + "has a byte range that does not fit its shape");
      check(entry.bytes() <= Integer.MAX_VALUE, where + "is larger than 2 GiB");
      return entry;
    } catch (ArithmeticException e) {
      throw new BundleException(where + "has an absurd shape", e);
    }
  }

  private static long[] numbers(JsonNode array, String problem) {
    check(array.isArray(), problem);
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      check(array.get(i).canConvertToExactIntegral() && array.get(i).canConvertToLong(), problem);
      numbers[i] = array.get(i).asLong();
      check(numbers[i] >= 0, problem);
    }
    return numbers;
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new BundleException(problem);
    }
  }
}
