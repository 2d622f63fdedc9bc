package io.mindstream.decoder.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Python pickle (protocols 2 to 4, as far as PyTorch writes them; opcodes as Python's
 * pickletools documents them) into plain values: String, Long, BigInteger, Double, Boolean, byte[],
 * List, Map, {@link PickleNone}, {@link PickleGlobal}, {@link PickleObject}, and what the resolver
 * returns. Nothing is ever looked up or run.
 *
 * <p>Our own, since the published reader (net.razorvine:pickle 1.5) calls methods of the objects it
 * builds by reflection, keeps its constructors in a table shared by the whole process, allocates
 * what a damaged length field asks for, and fails with any runtime exception. This one allocates in
 * proportion to its input, is a flat loop whatever the nesting, and throws CheckpointException
 * only.
 */
final class PickleReader {

  private final PickleInput in;
  private final PickleResolver resolver;
  private final PickleStack stack = new PickleStack();
  private final Map<Integer, Object> memo = new HashMap<>();

  PickleReader(PickleInput in, PickleResolver resolver) {
    this.in = in;
    this.resolver = resolver;
  }

  /**
   * Reads one pickle, up to its STOP.
   *
   * @throws CheckpointException where the bytes are not a pickle of the kinds above
   */
  Object read() {
    for (int opcode = in.unsignedByte(); opcode != '.'; opcode = in.unsignedByte()) {
      execute(opcode);
    }
    return stack.pop();
  }

  private void execute(int opcode) {
    switch (opcode) {
      case 0x80 -> in.unsignedByte(); // PROTO
      case 0x95 -> in.int64(); // FRAME
      case '(' -> stack.mark();
      case '0' -> stack.pop();
      case '1' -> stack.popMark();
      case '}' -> stack.push(new LinkedHashMap<>());
      case ']', 0x8f -> stack.push(new ArrayList<>()); // EMPTY_LIST, EMPTY_SET
      case ')' -> stack.push(List.of());
      case 't' -> stack.push(List.copyOf(stack.popMark()));
      case 0x91 -> stack.push(stack.popMark()); // FROZENSET
      case 0x85 -> stack.push(List.of(stack.pop()));
      case 0x86 -> stack.push(stack.pop(2));
      case 0x87 -> stack.push(stack.pop(3));
      case 'q', 'r', 0x94 -> memo.put(memoIndex(opcode), stack.peek());
      case 'h' -> stack.push(recall(in.unsignedByte()));
      case 'j' -> stack.push(recall(in.int32()));
      case 'c' -> stack.push(new PickleGlobal(in.line(), in.line()));
      case 0x93 -> stackGlobal();
      case 'Q' -> stack.push(resolver.persistent(stack.pop()));
      case 'R', 0x81 -> call(stack.pop());
      case 'b' -> build(stack.pop());
      case 's' -> setItems(stack.pop(2));
      case 'u' -> setItems(stack.popMark());
      case 'a' -> append(List.of(stack.pop()));
      case 'e', 0x90 -> append(stack.popMark()); // APPENDS, ADDITEMS
      default -> stack.push(scalar(opcode));
    }
  }

  private Object scalar(int opcode) {
    return switch (opcode) {
      case 'N' -> PickleNone.NONE;
      case 0x88 -> true;
      case 0x89 -> false;
      case 'J' -> (long) in.int32();
      case 'K' -> (long) in.unsignedByte();
      case 'M' -> (long) in.unsignedShort();
      case 0x8a -> in.integer(in.unsignedByte());
      case 0x8b -> in.integer(in.int32());
      case 'G' -> in.float64();
      case 'X' -> in.text(Integer.toUnsignedLong(in.int32()));
      case 0x8c -> in.text(in.unsignedByte());
      case 0x8d -> in.text(in.int64());
      case 'U' -> in.text(in.unsignedByte(), StandardCharsets.ISO_8859_1);
      case 'T' -> in.text(in.int32(), StandardCharsets.ISO_8859_1);
      case 'B' -> in.bytes(Integer.toUnsignedLong(in.int32()));
      case 'C' -> in.bytes(in.unsignedByte());
      default ->
          throw new CheckpointException(
              String.format("its pickle uses opcode 0x%02x, which PyTorch does not write", opcode));
    };
  }

  private int memoIndex(int opcode) {
    return switch (opcode) {
      case 'q' -> in.unsignedByte();
      case 'r' -> in.int32();
      default -> memo.size();
    };
  }

  private Object recall(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new CheckpointException("its pickle refers to a value that it does not hold");
    }
    return value;
  }

  private void stackGlobal() {
    List<Object> names = stack.pop(2);
    if (!(names.get(0) instanceof String module) || !(names.get(1) instanceof String name)) {
      throw new CheckpointException("its pickle names a class by values that are no text");
    }
    stack.push(new PickleGlobal(module, name));
  }

  /** REDUCE and NEWOBJ: a callable or class, then a tuple of arguments. */
  private void call(Object arguments) {
    Object function = stack.pop();
    if (!(function instanceof PickleGlobal global)) {
      throw new CheckpointException("its pickle calls a value that is no function");
    }
    stack.push(resolver.call(global, list(arguments)));
  }

  /**
   * Gives an object its attributes. The state of anything else is left out: that of a dictionary of
   * weights holds versions of modules.
   */
  private void build(Object state) {
    if (stack.peek() instanceof PickleObject object && state instanceof Map<?, ?>) {
      object.setAttributes(map(state));
    }
  }

  private void setItems(List<Object> items) {
    Map<Object, Object> target = map(stack.peek());
    if (items.size() % 2 != 0) {
      throw new CheckpointException("its pickle has a key without a value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      target.put(key(items.get(i)), items.get(i + 1));
    }
  }

  /**
   * Keys whose hash would walk through nested values, without end where they hold themselves, are
   * kept apart by identity.
   */
  private static Object key(Object key) {
    boolean flat =
        key instanceof String
            || key instanceof Number
            || key instanceof Boolean
            || key instanceof PickleGlobal
            || key instanceof PickleNone;
    return flat ? key : new OpaqueKey();
  }

  /** Stands for a key that no reader of checkpoints asks for. */
  private static final class OpaqueKey {}

  private void append(List<Object> items) {
    Object target = stack.peek();
    if (target instanceof ArrayList<?>) {
      list(target).addAll(items);
    } else if (!(target instanceof PickleObject)) {
      throw new CheckpointException("its pickle appends to a value that is no list");
    }
  }

  @SuppressWarnings("unchecked") // all lists and maps on the stack are this reader's
  private static List<Object> list(Object value) {
    if (value instanceof List<?>) {
      return (List<Object>) value;
    }
    throw new CheckpointException("its pickle has a value of another type where a tuple belongs");
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> map(Object value) {
    if (value instanceof PickleObject object) {
      return object.attributes();
    }
    if (value instanceof Map<?, ?>) {
      return (Map<Object, Object>) value;
    }
    throw new CheckpointException("its pickle sets items of a value that is no dictionary");
  }
}
