package io.mindstream.preprocess.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store without Kafka: it lives as long as the object, and holds values as they are, not their
 * bytes. An iterator sees the store as it was when it was made. Not thread-safe.
 */
final class MemoryStore<K extends Comparable<? super K>, V> implements KeyValueStore<K, V> {

  private final NavigableMap<K, V> entries = new TreeMap<>();

  @Override
  public void put(K key, V value) {
    entries.put(key, value);
  }

  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    return entries.putIfAbsent(key, value);
  }

  @Override
  public void putAll(List<KeyValue<K, V>> all) {
    all.forEach(entry -> entries.put(entry.key, entry.value));
  }

  @Override
  public @Nullable V delete(K key) {
    return entries.remove(key);
  }

  @Override
  public @Nullable V get(K key) {
    return entries.get(key);
  }

  @Override
  public KeyValueIterator<K, V> range(K from, K to) {
    return new Entries<>(entries.subMap(from, true, to, true));
  }

  @Override
  public KeyValueIterator<K, V> all() {
    return new Entries<>(entries);
  }

  @Override
  public long approximateNumEntries() {
    return entries.size();
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // No changelog.
  }

  @Override
  public void flush() {
    // Nothing waits to be written.
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  private static final class Entries<K, V> implements KeyValueIterator<K, V> {

    private final List<KeyValue<K, V>> all = new ArrayList<>();
    private int next;

    private Entries(Map<K, V> entries) {
      entries.forEach((key, value) -> all.add(KeyValue.pair(key, value)));
    }

    @Override
    public boolean hasNext() {
      return next < all.size();
    }

    @Override
    public KeyValue<K, V> next() {
      KeyValue<K, V> entry = all.get(next);
      next++;
      return entry;
    }

    @Override
    public K peekNextKey() {
      return all.get(next).key;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
