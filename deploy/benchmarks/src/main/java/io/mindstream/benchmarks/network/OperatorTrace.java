package io.mindstream.benchmarks.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trace of PyTorch's profiler in Chrome's format: calls with begin and length in microseconds.
 */
final class OperatorTrace {

  private OperatorTrace() {}

  private record Call(String name, long thread, double begin, double length) {

    double end() {
      return begin + length;
    }

    boolean holds(Call other) {
      return thread == other.thread && other.begin < end();
    }
  }

  /** Operator to the milliseconds that it spent itself, not in the operators that it called. */
  static Map<String, Double> ownMillis(Path trace) throws IOException {
    Map<String, Double> own = new TreeMap<>();
    Deque<Call> open = new ArrayDeque<>();
    for (Call call : calls(trace)) {
      while (!open.isEmpty() && !open.peek().holds(call)) {
        open.pop();
      }
      if (!open.isEmpty()) {
        own.merge(open.peek().name(), -call.length() / 1000, Double::sum);
      }
      own.merge(call.name(), call.length() / 1000, Double::sum);
      open.push(call);
    }
    return own;
  }

  /** Callers before what they call. */
  private static List<Call> calls(Path trace) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (JsonNode event : new ObjectMapper().readTree(trace.toFile())) {
      if (event.path("ph").asText().equals("X")) {
        calls.add(
            new Call(
                event.path("name").asText(),
                event.path("tid").asLong(),
                event.path("ts").asDouble(),
                event.path("dur").asDouble()));
      }
    }
    calls.sort(
        Comparator.comparingLong(Call::thread)
            .thenComparingDouble(Call::begin)
            .thenComparingDouble(call -> -call.length()));
    return calls;
  }
}
