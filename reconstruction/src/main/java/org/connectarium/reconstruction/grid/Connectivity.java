package org.connectarium.reconstruction.grid;

/// Which voxels are neighbours.
public enum Connectivity {
  /// The 6 that share a face.
  FACES_6,
  /// The 26 that share a face, an edge or a corner.
  ALL_26;

  /// Padded offsets of the neighbours in ascending order.
  public int[] offsets(Grid grid) {
    return switch (this) {
      case FACES_6 -> grid.neighbours6();
      case ALL_26 -> grid.neighbours26();
    };
  }
}
