package io.mindstream.decoder.kafka;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down which calls of real clients returned, in order. A call that threw is not there. */
final class CallLog {

  private final List<String> calls = new CopyOnWriteArrayList<>();

  /** The same client, written down. */
  <T> T of(Class<T> kind, T client) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(client, arguments);
                calls.add(method.getName());
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** The calls between the first of one name and the next of another. */
  List<String> between(String first, String next) {
    int from = calls.indexOf(first);
    return calls.subList(from, from + calls.subList(from, calls.size()).indexOf(next) + 1);
  }
}
