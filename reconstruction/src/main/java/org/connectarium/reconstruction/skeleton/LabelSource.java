package org.connectarium.reconstruction.skeleton;

import java.io.Serializable;
import org.connectarium.ingest.volume.Box;

/// Where the labels of a volume come from. Called from several threads at once, and may be sent
/// to another process.
@FunctionalInterface
public interface LabelSource extends Serializable {
  /// The objects of a box, shape (z, y, x): 0 where there is none.
  long[] labels(Box box) throws Exception;

  /// Whether an object shall have a skeleton. Objects without one matter, too: they say where
  /// others end.
  default boolean isWanted(long label) {
    return true;
  }
}
