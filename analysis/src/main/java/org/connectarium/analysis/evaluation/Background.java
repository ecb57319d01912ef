package org.connectarium.analysis.evaluation;

/// What voxels count as that have truth but lie in no segment (label 0: ridge, mask, dropped).
public enum Background {
  /// They are left out, as gala does; read `coverage` beside the scores, as it says how many are
  /// left. The default: a ridge is no claim about who belongs together.
  IGNORE,
  /// Every voxel is a segment of its own, as in the adapted Rand error of SNEMI3D and CREMI: what
  /// is not segmented counts as split.
  SINGLETONS,
  /// All of them are one segment, as in the variation of information of CREMI: what is not
  /// segmented counts as merged.
  ONE_SEGMENT
}
