package io.mindstream.preprocess.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Keeps each store's native memory small. Kafka Streams' defaults allow about 100 MB a store and
 * partition; a run's rows are a few tens of megabytes in all and are read once a trial.
 */
public final class SmallRocksDb implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 4L << 20;
  private static final long WRITE_BUFFER_BYTES = 4L << 20;
  private static final int WRITE_BUFFERS = 2;

  private final Map<String, Cache> caches = new ConcurrentHashMap<>();

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    LRUCache cache = new LRUCache(CACHE_BYTES);
    caches.put(store, cache);
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      options.setTableFormatConfig(table.setBlockCache(cache).setCacheIndexAndFilterBlocks(true));
    }
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(WRITE_BUFFERS);
  }

  @Override
  public void close(String store, Options options) {
    @Nullable Cache cache = caches.remove(store);
    if (cache != null) {
      cache.close();
    }
  }
}
