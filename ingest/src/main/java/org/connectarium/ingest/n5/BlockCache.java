package org.connectarium.ingest.n5;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Decoded blocks of any number of datasets, bounded by memory. Shared by any number of threads: a
/// block that several ask for is loaded once.
public final class BlockCache {
  /// What an entry costs beside its values: key, path, array header, cache node.
  private static final int ENTRY_BYTES = 200;

  private final Cache<Key, Entry> blocks;

  private record Key(Path dataset, long index) {}

  private record Entry(Object value, int bytes) {}

  /// Makes an empty cache.
  ///
  /// @param maxBytes memory for blocks; the least recently used ones are dropped
  /// @throws IllegalArgumentException if it is not positive
  public BlockCache(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be positive but was " + maxBytes);
    }
    blocks =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, Entry entry) -> entry.bytes() + ENTRY_BYTES)
            .executor(Runnable::run)
            .build();
  }

  /// Bytes of the blocks it holds now.
  public long bytes() {
    blocks.cleanUp();
    return blocks.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  Object get(Path dataset, long index, int bytes, Supplier<Object> load) {
    return blocks.get(new Key(dataset, index), key -> new Entry(load.get(), bytes)).value();
  }
}
