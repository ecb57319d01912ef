package org.connectarium.reconstruction.inference;

import org.connectarium.ingest.volume.Box;

/// Gives the grey values of any box inside a volume.
public interface GreySource {
  /// The grey values of the box as unsigned bytes, shape (z, y, x), x fastest.
  byte[] read(Box box);
}
