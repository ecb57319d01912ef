package org.connectarium.reconstruction.segmentation;

import org.connectarium.ingest.volume.Box;

/// Gives the boundary map of any box of a volume.
public interface BoundarySource {
  /// One or three channels of boundary probability, shape (c, z, y, x), x fastest.
  byte[] read(Box box);
}
