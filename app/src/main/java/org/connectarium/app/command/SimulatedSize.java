package org.connectarium.app.command;

import org.connectarium.ingest.volume.Box;

/// How much tissue to make, in voxels.
enum SimulatedSize {
  tiny,
  small,
  medium;

  Box box() {
    return switch (this) {
      case tiny -> Box.ofSize(160, 160, 96);
      case small -> Box.ofSize(256, 256, 192);
      case medium -> Box.ofSize(512, 512, 384);
    };
  }
}
