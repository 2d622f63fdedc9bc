package io.mindstream.decoder.checkpoint;

import java.util.Map;

/** Names of PyTorch's storage classes. */
final class StorageTypes {

  private static final Map<String, ElementType> TYPES =
      Map.of(
          "DoubleStorage", ElementType.FLOAT64,
          "FloatStorage", ElementType.FLOAT32,
          "HalfStorage", ElementType.FLOAT16,
          "BFloat16Storage", ElementType.BFLOAT16,
          "LongStorage", ElementType.INT64,
          "IntStorage", ElementType.INT32,
          "ShortStorage", ElementType.INT16,
          "CharStorage", ElementType.INT8,
          "ByteStorage", ElementType.UINT8,
          "BoolStorage", ElementType.BOOL);

  private StorageTypes() {}

  static ElementType of(Object storageClass) {
    ElementType type =
        storageClass instanceof PickleGlobal global ? TYPES.get(global.name()) : null;
    if (type == null) {
      String name =
          storageClass instanceof PickleGlobal global ? global.toString() : "without name";
      throw new CheckpointException(
          "it holds tensors of type " + name + "; known are " + TYPES.keySet());
    }
    return type;
  }
}
