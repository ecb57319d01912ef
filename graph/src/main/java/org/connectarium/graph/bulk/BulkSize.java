package org.connectarium.graph.bulk;

/// How much will come, about: to plan memory, and to refuse before the work where the disk is too
/// small.
///
/// @param segmentScores probabilities of models that come with each segment
/// @param contactScores and with each contact
public record BulkSize(long segments, long contacts, int segmentScores, int contactScores) {
  private static final int SEGMENT_PROPERTIES = 15;
  private static final int CONTACT_PROPERTIES = 13;

  /*
   * By counting: a node takes 15 bytes, a relationship 34, a property record of four slots 41. A
   * segment has 27 slots, a contact 16, a probability one. The constraint and the point index take
   * some 60 bytes a segment more.
   */
  private static final int SEGMENT_SLOTS = 27;
  private static final int CONTACT_SLOTS = 16;
  private static final int RECORD_SLOTS = 4;
  private static final int RECORD_BYTES = 41;
  private static final int SEGMENT_BYTES = 15 + 60;
  private static final int CONTACT_BYTES = 34;
  private static final long EMPTY_STORE_BYTES = 16L << 20;

  /// @throws IllegalArgumentException if a number is negative
  public BulkSize {
    if (segments < 0 || contacts < 0 || segmentScores < 0 || contactScores < 0) {
      throw new IllegalArgumentException(
          "Numbers of rows and scores must not be negative but were %d, %d, %d and %d"
              .formatted(segments, contacts, segmentScores, contactScores));
    }
  }

  /// Without scores.
  public BulkSize(long segments, long contacts) {
    this(segments, contacts, 0, 0);
  }

  long segmentProperties() {
    return segments * (SEGMENT_PROPERTIES + segmentScores);
  }

  long contactProperties() {
    return contacts * (CONTACT_PROPERTIES + contactScores);
  }

  long segmentPropertyBytes() {
    return segments * Math.ceilDiv(SEGMENT_SLOTS + segmentScores, RECORD_SLOTS) * RECORD_BYTES;
  }

  long contactPropertyBytes() {
    return contacts * Math.ceilDiv(CONTACT_SLOTS + contactScores, RECORD_SLOTS) * RECORD_BYTES;
  }

  /// What the store takes on disk, in bytes.
  public long storeBytes() {
    return EMPTY_STORE_BYTES
        + segments * SEGMENT_BYTES
        + segmentPropertyBytes()
        + contacts * CONTACT_BYTES
        + contactPropertyBytes();
  }
}
