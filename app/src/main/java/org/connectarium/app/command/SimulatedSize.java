package org.connectarium.app.command;

import org.connectarium.ingest.volume.Box;

/// How much tissue to make, in voxels.
enum SimulatedSize {
  tiny(160, 160, 96),
  small(256, 256, 192),
  medium(512, 512, 384);

  private final Box box;

  SimulatedSize(long x, long y, long z) {
    this.box = Box.ofSize(x, y, z);
  }

  Box box() {
    return box;
  }
}
