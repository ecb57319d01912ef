package org.connectarium.graph.bulk;

import java.util.Arrays;
import org.connectarium.graph.GraphException;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/// The node of each segment id. Blocks number their segments from 1, so an array a block holds
/// them: 4 to 8 bytes a segment where the numbers are dense, never more than 64 MB a block.
final class NodeNumbers {
  private static final int NUMBER_BITS = 24;
  private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
  private static final int SMALLEST = 16;
  private static final int[] NOTHING = {};

  private final LongObjectHashMap<int[]> blocks = new LongObjectHashMap<>();
  private int size;

  /* the block that was looked at last */
  private long block = -1;
  private int[] nodePlusOne = NOTHING;

  /// The number of segments, which is also the next free node.
  int size() {
    return size;
  }

  /// Gives the next node to a segment.
  ///
  /// @return false if it has one already
  boolean add(long segmentId) {
    turnTo(segmentId >>> NUMBER_BITS);
    int number = (int) segmentId & NUMBER_MASK;
    if (number >= nodePlusOne.length) {
      int length = Math.max(SMALLEST, Math.max(number + 1, 3 * (nodePlusOne.length / 2)));
      nodePlusOne = Arrays.copyOf(nodePlusOne, length);
      blocks.put(block, nodePlusOne);
    }
    if (nodePlusOne[number] != 0) {
      return false;
    }
    nodePlusOne[number] = ++size;
    return true;
  }

  /// The node of a segment.
  ///
  /// @throws GraphException if it has none
  int of(long segmentId) {
    turnTo(segmentId >>> NUMBER_BITS);
    int number = (int) segmentId & NUMBER_MASK;
    if (number >= nodePlusOne.length || nodePlusOne[number] == 0) {
      throw new GraphException(
          "Segment " + segmentId + " is not in the graph; load its batch before its contacts");
    }
    return nodePlusOne[number] - 1;
  }

  private void turnTo(long other) {
    if (block != other) {
      block = other;
      int[] there = blocks.get(other);
      nodePlusOne = there == null ? NOTHING : there;
    }
  }
}
