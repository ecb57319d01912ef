package org.connectarium.reconstruction.grid;

/// Which voxels are neighbours.
public enum Connectivity {
  /// The 6 that share a face.
  FACES_6,
  /// The 18 that share a face or an edge.
  EDGES_18,
  /// The 26 that share a face, an edge or a corner.
  ALL_26
}
