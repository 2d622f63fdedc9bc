package io.mindstream.decoder.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What PyTorch writes into pickles: storages by persistent id, tensors and dictionaries by calls.
 * Both forms of persistent id are known: of zip files (5 elements) and of older files (6, the last
 * for a view of another storage).
 */
final class TorchObjects implements PickleResolver {

  private static final int ZIP_ID = 5;
  private static final int LEGACY_ID = 6;

  /** Where _rebuild_tensor_v2 has the tensor's bits, after requires_grad and the hooks. */
  private static final int METADATA = 6;

  private static final String NEGATIVE = "neg";
  private static final Set<String> PLAIN_TYPES =
      Set.of(
          "torch.Tensor",
          "torch._tensor.Tensor",
          "torch.nn.parameter.Parameter",
          "torch.nn.parameter.Buffer");

  private static final int MOST_PAIRS = 1 << 20;

  private final TensorStorage storage;
  private int pairsCopied;
  private final Consumer<StorageReference> seen;

  /**
   * Makes a resolver.
   *
   * @param storage where tensors' elements will be read from
   * @param seen is told of every storage
   */
  TorchObjects(TensorStorage storage, Consumer<StorageReference> seen) {
    this.storage = storage;
    this.seen = seen;
  }

  @Override
  public Object persistent(Object id) {
    if (!(id instanceof List<?> tuple)
        || tuple.size() < ZIP_ID
        || tuple.size() > LEGACY_ID
        || !tuple.get(0).equals("storage")) {
      throw new CheckpointException("its pickle refers to something that is no tensor storage");
    }
    ElementType type = StorageTypes.of(tuple.get(1));
    StorageReference whole = new StorageReference(key(tuple.get(2)), type, 0, number(tuple.get(4)));
    seen.accept(whole);
    return tuple.size() == LEGACY_ID && tuple.get(5) instanceof List<?> view
        ? part(whole, view)
        : whole;
  }

  /** A view's key, first element and count. */
  private static StorageReference part(StorageReference whole, List<?> view) {
    CheckpointFile.require(view.size() == 3, "its pickle has a storage view that makes no sense");
    long begin = number(view.get(1));
    long elements = number(view.get(2));
    CheckpointFile.require(
        begin <= whole.elements() && elements <= whole.elements() - begin,
        "its pickle has a storage view beyond its storage");
    return new StorageReference(whole.key(), whole.type(), begin, elements);
  }

  @Override
  public Object call(PickleGlobal function, List<Object> arguments) {
    return switch (function.toString()) {
      case "collections.OrderedDict", "collections.defaultdict" -> dictionary(arguments);
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
      case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
          arguments.isEmpty() ? new PickleObject(function, arguments) : arguments.get(0);
      case "torch._tensor._rebuild_from_type", "torch._tensor._rebuild_from_type_v2" ->
          typed(function, arguments);
      default -> new PickleObject(function, arguments);
    };
  }

  /**
   * A tensor with attributes of its own: function, type, arguments, state. Only PyTorch's own types
   * mean what their elements say.
   */
  private Object typed(PickleGlobal function, List<Object> arguments) {
    if (arguments.size() < 3
        || !(arguments.get(0) instanceof PickleGlobal rebuild)
        || !(arguments.get(1) instanceof PickleGlobal type)
        || !(arguments.get(2) instanceof List<?> inner)) {
      throw new CheckpointException("its pickle calls " + function + " with other values");
    }
    return PLAIN_TYPES.contains(type.toString())
        ? call(rebuild, List.copyOf(inner))
        : new PickleObject(type, arguments);
  }

  /**
   * Empty, or from a list of pairs as Python 2 wrote it. Pairs are counted, since one list could be
   * copied again and again.
   */
  private Map<Object, Object> dictionary(List<Object> arguments) {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (!arguments.isEmpty() && arguments.get(0) instanceof List<?> pairs) {
      pairsCopied += pairs.size();
      CheckpointFile.require(
          pairsCopied >= 0 && pairsCopied <= MOST_PAIRS, "its pickle copies too many entries");
      for (Object pair : pairs) {
        if (pair instanceof List<?> entry
            && entry.size() == 2
            && entry.get(0) instanceof String key) {
          map.put(key, entry.get(1));
        }
      }
    }
    return map;
  }

  private CheckpointTensor tensor(List<Object> arguments) {
    if (arguments.size() < 4 || !(arguments.get(0) instanceof StorageReference reference)) {
      throw new CheckpointException("its pickle has a tensor without a storage");
    }
    CheckpointTensor tensor =
        new CheckpointTensor(
            storage,
            reference,
            number(arguments.get(1)),
            numbers(arguments.get(2)),
            numbers(arguments.get(3)));
    return arguments.size() > METADATA && arguments.get(METADATA) instanceof Map<?, ?> bits
        ? withBits(tensor, bits)
        : tensor;
  }

  /**
   * PyTorch keeps a negation that it has not carried out yet as a bit; conj is of complex numbers.
   */
  private static CheckpointTensor withBits(CheckpointTensor tensor, Map<?, ?> bits) {
    bits.forEach(
        (bit, set) ->
            CheckpointFile.require(
                Boolean.FALSE.equals(set) || bit.equals(NEGATIVE) || bit.equals("conj"),
                "its pickle has a tensor with the unknown property '" + bit + "'"));
    return Boolean.TRUE.equals(bits.get(NEGATIVE)) ? tensor.negated() : tensor;
  }

  /** A storage's name: text, or a number in some old files. */
  static String key(Object value) {
    if (value instanceof String || value instanceof Long) {
      return value.toString();
    }
    throw new CheckpointException("its pickle has a storage without a name");
  }

  private static long[] numbers(Object value) {
    Object list =
        value instanceof PickleObject size && !size.arguments().isEmpty()
            ? size.arguments().get(0)
            : value;
    if (!(list instanceof List<?> sizes)) {
      throw new CheckpointException("its pickle has a tensor without a shape");
    }
    return sizes.stream().mapToLong(TorchObjects::number).toArray();
  }

  private static long number(Object value) {
    if (value instanceof Long number && number >= 0) {
      return number;
    }
    throw new CheckpointException("its pickle has a tensor with a negative or absurd size");
  }
}
