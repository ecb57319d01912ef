package org.connectarium.reconstruction.segmentation;

import java.io.Serializable;

/// Where the border pieces of a finished segmentation are found with their voxels; can be sent to
/// other processes, and is opened by each once.
@FunctionalInterface
public interface BorderSource extends Serializable {
  /// Opens it.
  BlockBorders open();
}
