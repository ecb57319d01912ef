package org.connectarium.graph.store;

/// Memory of an embedded store: the page cache in bytes (outside the heap) and the most one
/// transaction may take of the heap, in bytes (0 = no limit of its own).
public record StoreOptions(long pageCacheBytes, long transactionBytes) {
  public static final StoreOptions DEFAULT = new StoreOptions(512L << 20, 0);

  private static final long SMALLEST_PAGE_CACHE = 8L << 20;

  /// @throws IllegalArgumentException if a value is out of its range
  public StoreOptions {
    if (pageCacheBytes < SMALLEST_PAGE_CACHE) {
      throw new IllegalArgumentException(
          "pageCacheBytes must be at least " + SMALLEST_PAGE_CACHE + " but was " + pageCacheBytes);
    }
    if (transactionBytes < 0) {
      throw new IllegalArgumentException(
          "transactionBytes must not be negative but was " + transactionBytes);
    }
  }
}
