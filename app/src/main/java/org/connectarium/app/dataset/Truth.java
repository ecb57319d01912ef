package org.connectarium.app.dataset;

import java.util.List;

/// Labels that people made, or a simulation.
///
/// @param source folder, file or dataset in a container (`file.h5:/path`)
/// @param membraneValues values that are boundary if it is a mask; empty = every value but 0
public record Truth(String source, Kind kind, List<Long> membraneValues) {
  /// What the values of the truth mean.
  public enum Kind {
    /// Each voxel holds the id of its cell; 0 = unknown, ignored in every metric.
    LABELS,
    /// Masks: every value but 0, or every listed value, is cell boundary.
    MEMBRANE
  }

  public Truth {
    membraneValues = List.copyOf(membraneValues);
  }

  /// Turns values as they are stored into ids of cells or, in masks, 1 on boundaries and 0 else.
  public void settle(long[] values) {
    if (!membraneValues.isEmpty()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = membraneValues.contains(values[i]) ? 1 : 0;
      }
    }
  }

  /// Text that differs where the same file means something else.
  public String meaning() {
    return membraneValues.isEmpty() ? kind.toString() : kind + " " + membraneValues;
  }
}
