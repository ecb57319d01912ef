package org.connectarium.app.dataset;

/// Labels that people made.
///
/// @param source folder, file or dataset in a container (`file.h5:/path`)
public record Truth(String source, Kind kind) {
  /// What the values of the truth mean.
  public enum Kind {
    /// Each voxel holds the id of its cell; 0 = unknown, ignored in every metric.
    LABELS,
    /// Masks: every value but 0 is cell boundary.
    MEMBRANE
  }
}
