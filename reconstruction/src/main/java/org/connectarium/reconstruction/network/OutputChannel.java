package org.connectarium.reconstruction.network;

import java.util.List;

/// What one output channel of a network means.
///
/// @param kind boundary of the voxel itself, or affinity to another voxel
/// @param offset the other voxel (z, y, x); (0, 0, 0) for a boundary channel
public record OutputChannel(Kind kind, List<Integer> offset) {
  /// The meaning of a channel.
  public enum Kind {
    /// Probability that the voxel lies on a boundary between cells.
    BOUNDARY,
    /// Probability that the voxel and voxel + offset belong to the same cell.
    AFFINITY
  }

  public OutputChannel {
    offset = List.copyOf(offset);
    boolean zero = offset.equals(List.of(0, 0, 0));
    if (offset.size() != 3 || zero != (kind == Kind.BOUNDARY)) {
      throw new IllegalArgumentException("Channel " + kind + " cannot have the offset " + offset);
    }
  }

  /// The boundary channel.
  public static OutputChannel boundary() {
    return new OutputChannel(Kind.BOUNDARY, List.of(0, 0, 0));
  }

  /// An affinity channel.
  public static OutputChannel affinity(int dz, int dy, int dx) {
    return new OutputChannel(Kind.AFFINITY, List.of(dz, dy, dx));
  }
}
