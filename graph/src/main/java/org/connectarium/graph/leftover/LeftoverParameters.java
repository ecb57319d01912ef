package org.connectarium.graph.leftover;

/// When a leftover joins: its best contact must have a continuity above this.
public record LeftoverParameters(double continuityAbove) {
  public static final LeftoverParameters DEFAULT = new LeftoverParameters(0.99);

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException if the threshold is not 0…1
  public LeftoverParameters {
    if (!(continuityAbove >= 0 && continuityAbove <= 1)) {
      throw new IllegalArgumentException("continuityAbove must be 0…1 but was " + continuityAbove);
    }
  }
}
