package io.mindstream.decoder.network;

import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.network.ScriptModule.Attribute;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The object tree of a TorchScript archive ({@code data.pkl}), pickle protocol 2: each module an
 * instance of its class with a dictionary of attributes, each tensor rebuilt from a storage that
 * lies in the archive under a number.
 */
final class ArchivePickle {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Weights weights;
  private final WeightFormat format;
  private final Map<String, Integer> storages = new LinkedHashMap<>();

  /**
   * Pickles a module tree.
   *
   * @param root the tree
   * @param weights gives the tensors' shapes
   * @param format of the tensors, {@link FormatPlan} permitting
   */
  ArchivePickle(ScriptModule root, Weights weights, WeightFormat format) {
    this.weights = weights;
    this.format = format;
    raw(0x80, 2);
    module(root);
    raw('.');
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Names of the tensors in the order of their storages. */
  List<String> tensors() {
    return List.copyOf(storages.keySet());
  }

  private void module(ScriptModule module) {
    global(module.namespace(), module.className());
    raw(')', 0x81, '}', '(');
    module
        .attributes()
        .forEach(
            (name, value) -> {
              text(name);
              attribute(value);
            });
    raw('u', 'b');
  }

  private void attribute(Attribute attribute) {
    if (attribute instanceof Attribute.Child child) {
      module(child.module());
    } else if (attribute instanceof Attribute.Parameter parameter) {
      tensor(parameter.key());
    } else if (attribute instanceof Attribute.Whole whole) {
      whole(whole.value());
    } else if (attribute instanceof Attribute.Real real) {
      raw('G');
      out.writeBytes(ByteBuffer.allocate(8).putDouble(real.value()).array());
    } else if (attribute instanceof Attribute.Flag flag) {
      raw(flag.value() ? 0x88 : 0x89);
    } else {
      raw('N');
    }
  }

  /** {@code _rebuild_tensor_v2(storage, 0, shape, strides, requires_grad, no hooks)}. */
  private void tensor(String key) {
    long[] shape = weights.spec(key).shape();
    global("torch._utils", "_rebuild_tensor_v2");
    raw('(');
    storage(key, shape);
    whole(0);
    tuple(shape);
    tuple(strides(shape));
    raw(0x88);
    global("collections", "OrderedDict");
    raw(')', 'R', 't', 'R');
  }

  private void storage(String key, long[] shape) {
    int number = storages.computeIfAbsent(key, any -> storages.size());
    raw('(');
    text("storage");
    global("torch", FormatPlan.of(key, format).storage());
    text(Integer.toString(number));
    text("cpu");
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    whole(Math.toIntExact(count));
    raw('t', 'Q');
  }

  private void tuple(long[] values) {
    raw('(');
    for (long value : values) {
      whole(Math.toIntExact(value));
    }
    raw('t');
  }

  private static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }

  private void global(String namespace, String name) {
    raw('c');
    out.writeBytes((namespace + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    raw('X');
    little(utf8.length);
    out.writeBytes(utf8);
  }

  private void whole(int value) {
    raw('J');
    little(value);
  }

  private void little(int value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void raw(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
  }
}
