package org.connectarium.reconstruction.hierarchy;

/// The evidence of pairs of segments that are numbered already.
@FunctionalInterface
public interface PairSource {
  /// Shows all evidence, of each pair at least once.
  void forEach(Visitor visitor);

  /// Sees evidence.
  @FunctionalInterface
  interface Visitor {
    /// Some contacts of a pair.
    ///
    /// @param pair number of the pair
    /// @param affinity their mean affinity 0…1
    /// @param weight with which it counts, more than 0
    void contacts(int pair, double affinity, double weight);
  }
}
