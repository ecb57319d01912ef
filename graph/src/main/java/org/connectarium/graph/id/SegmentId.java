package org.connectarium.graph.id;

/// An id taken apart: the layer, the block it lives in, and its number inside that block.
///
/// ```
///  bits 63…56   55…45     44…34     33…24     23…0
///  layer        block x   block y   block z   number
/// ```
///
/// Segments have layer 1 and numbers from 1; agglomerates have layer 2 or more and use the lower
/// 56 bits as one counter (see [#agglomerate]).
public record SegmentId(int layer, int blockX, int blockY, int blockZ, int number) {
  public static final int SEGMENT_LAYER = 1;
  public static final int AGGLOMERATE_LAYER = 2;
  public static final int MAX_LAYER = 127;
  public static final int BLOCKS_X = 1 << 11;
  public static final int BLOCKS_Y = 1 << 11;
  public static final int BLOCKS_Z = 1 << 10;
  public static final int MAX_NUMBER = (1 << 24) - 1;

  private static final long MAX_AGGLOMERATE = (1L << 56) - 1;

  /// @throws IllegalArgumentException if a part is out of its range
  public SegmentId {
    check("layer", layer, 1, MAX_LAYER);
    check("block x", blockX, 0, BLOCKS_X - 1);
    check("block y", blockY, 0, BLOCKS_Y - 1);
    check("block z", blockZ, 0, BLOCKS_Z - 1);
    check("number", number, layer == SEGMENT_LAYER ? 1 : 0, MAX_NUMBER);
  }

  /// The id of segment `number` (from 1) of a block.
  ///
  /// @throws IllegalArgumentException if a part is out of its range
  public static long pack(int blockX, int blockY, int blockZ, int number) {
    return new SegmentId(SEGMENT_LAYER, blockX, blockY, blockZ, number).packed();
  }

  /// The id as one positive long.
  public long packed() {
    return (long) layer << 56
        | (long) blockX << 45
        | (long) blockY << 34
        | (long) blockZ << 24
        | number;
  }

  /// Takes an id of any layer apart.
  ///
  /// @throws IllegalArgumentException if the id is 0 (background), negative, or has no layer
  public static SegmentId unpack(long id) {
    if (id <= 0) {
      throw new IllegalArgumentException("An id must be positive but was " + id);
    }
    return new SegmentId(
        (int) (id >>> 56),
        (int) (id >>> 45) & BLOCKS_X - 1,
        (int) (id >>> 34) & BLOCKS_Y - 1,
        (int) (id >>> 24) & BLOCKS_Z - 1,
        (int) id & MAX_NUMBER);
  }

  /// True if the id has the layer of segments and a number inside its block.
  public static boolean isSegment(long id) {
    return id >>> 56 == SEGMENT_LAYER && (id & MAX_NUMBER) != 0;
  }

  /// The id of the `counter`-th agglomerate ever made (from 1); counters are never used twice.
  ///
  /// @throws IllegalArgumentException if the counter does not fit into 56 bits
  public static long agglomerate(long counter) {
    if (counter < 1 || counter > MAX_AGGLOMERATE) {
      throw new IllegalArgumentException(
          "Agglomerate counter must be 1…" + MAX_AGGLOMERATE + " but was " + counter);
    }
    return (long) AGGLOMERATE_LAYER << 56 | counter;
  }

  private static void check(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "Id " + what + " must be " + min + "…" + max + " but was " + value);
    }
  }
}
