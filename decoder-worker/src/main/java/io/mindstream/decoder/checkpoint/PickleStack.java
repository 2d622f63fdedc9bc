package io.mindstream.decoder.checkpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The stack of a pickle machine; a mark sets it aside and begins a new one. */
final class PickleStack {

  private final Deque<List<Object>> setAside = new ArrayDeque<>();
  private List<Object> items = new ArrayList<>();

  void push(Object value) {
    items.add(value);
  }

  Object peek() {
    require(1);
    return items.get(items.size() - 1);
  }

  Object pop() {
    require(1);
    return items.remove(items.size() - 1);
  }

  /** The topmost values, the deepest first. */
  List<Object> pop(int count) {
    require(count);
    List<Object> top = items.subList(items.size() - count, items.size());
    List<Object> popped = List.copyOf(top);
    top.clear();
    return popped;
  }

  void mark() {
    setAside.push(items);
    items = new ArrayList<>(0);
  }

  /** Everything above the last mark, the deepest first. */
  List<Object> popMark() {
    if (setAside.isEmpty()) {
      throw new CheckpointException("its pickle closes a mark that it did not set");
    }
    List<Object> above = items;
    items = setAside.pop();
    return above;
  }

  private void require(int count) {
    if (items.size() < count) {
      throw new CheckpointException("its pickle takes a value that is not there");
    }
  }
}
