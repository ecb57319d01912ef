package org.connectarium.reconstruction.classification;

import org.connectarium.ingest.volume.Box;

/// Gives the labels of any box of a volume.
@FunctionalInterface
public interface LabelReader {
  /// Labels of a box, shape (z, y, x); 0 = none or unknown.
  long[] read(Box box);
}
