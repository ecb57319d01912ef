package org.connectarium.graph.bulk;

/// How much will come, about: to plan memory, and to refuse before the work where the disk is too
/// small.
public record BulkSize(long segments, long contacts) {
  static final int SEGMENT_PROPERTIES = 15;
  static final int CONTACT_PROPERTIES = 13;

  /*
   * By counting: a node takes 15 bytes, a relationship 34, a property record 41. A segment has seven
   * property records, a contact four. The constraint and the point index take some 60 bytes a
   * segment more.
   */
  static final int SEGMENT_PROPERTY_BYTES = 7 * 41;
  static final int CONTACT_PROPERTY_BYTES = 4 * 41;
  private static final int SEGMENT_BYTES = 15 + SEGMENT_PROPERTY_BYTES + 60;
  private static final int CONTACT_BYTES = 34 + CONTACT_PROPERTY_BYTES;
  private static final long EMPTY_STORE_BYTES = 16L << 20;

  /// @throws IllegalArgumentException if a number is negative
  public BulkSize {
    if (segments < 0 || contacts < 0) {
      throw new IllegalArgumentException(
          "Numbers of rows must not be negative but were " + segments + " and " + contacts);
    }
  }

  /// What the store takes on disk, in bytes.
  public long storeBytes() {
    return EMPTY_STORE_BYTES + segments * SEGMENT_BYTES + contacts * CONTACT_BYTES;
  }
}
