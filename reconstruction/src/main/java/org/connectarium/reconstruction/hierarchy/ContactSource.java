package org.connectarium.reconstruction.hierarchy;

/// Contacts between nodes 0…n − 1 that can be gone through again and again, each time in the same
/// order, without all of them being in memory.
public interface ContactSource {
  /// Number of contacts.
  int size();

  /// Shows each contact once.
  void forEach(Visitor visitor);

  /// Sees contacts.
  @FunctionalInterface
  interface Visitor {
    /// One contact.
    ///
    /// @param one node at one side
    /// @param other node at the other side
    /// @param affinity mean affinity 0…1
    /// @param weight with which the affinity counts, more than 0
    void contact(int one, int other, double affinity, double weight);
  }
}
