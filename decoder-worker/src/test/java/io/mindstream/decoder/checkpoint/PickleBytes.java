package io.mindstream.decoder.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the opcodes of a pickle, as Python's pickler would. */
final class PickleBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleBytes op(int... codes) {
    for (int code : codes) {
      out.write(code);
    }
    return this;
  }

  PickleBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return op('X').little(utf8.length).raw(utf8);
  }

  PickleBytes number(int value) {
    return op('J').little(value);
  }

  PickleBytes tuple(int... values) {
    op('(');
    for (int value : values) {
      number(value);
    }
    return op('t');
  }

  PickleBytes global(String module, String name) {
    return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  PickleBytes little(int value) {
    return raw(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  PickleBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** A tensor that views a storage. */
  PickleBytes tensor(String type, String key, int elements, int offset, int[] shape, int[] stride) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .op('(', '(')
        .text("storage")
        .global("torch", type)
        .text(key)
        .text("cuda:0")
        .number(elements)
        .op('t', 'Q')
        .number(offset)
        .tuple(shape)
        .tuple(stride)
        .op(0x89)
        .global("collections", "OrderedDict")
        .op(')', 'R', 't', 'R');
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  Object read() {
    return new PickleReader(
            new PickleInput(ByteBuffer.wrap(bytes())),
            new TorchObjects(new TensorStorage(null), storage -> {}))
        .read();
  }
}
