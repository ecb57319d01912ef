package org.connectarium.ingest.microscope;

import java.util.Locale;
import org.connectarium.ingest.volume.VoxelSize;

/// The kind of microscopy that images look like: which column of [Setting] holds the defaults.
public enum Look {
  /// Sections cut off a block and seen one by one, or the block face seen after each cut: crisp in
  /// the plane, tens of nanometres thick.
  SERIAL_SECTION,
  /// A block face milled by an ion beam in steps as small as a pixel: the same blur along all axes.
  FIBSEM;

  /// As written in files and on the command line: `serial-section`, `fibsem`.
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The usual voxel size.
  public VoxelSize voxelSize() {
    return switch (this) {
      case SERIAL_SECTION -> new VoxelSize(11.24, 11.24, 28);
      case FIBSEM -> new VoxelSize(10, 10, 10);
    };
  }
}
