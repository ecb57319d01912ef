package org.connectarium.analysis.motif;

/// The sixteen ways in which three nodes can be connected, by the names of Holland and Leinhardt:
/// mutual, asymmetric and null pairs, and Down, Up, Cyclic or Transitive.
///
/// Method: P. Holland, S. Leinhardt, *A method for detecting structure in sociometric data*, Am J
/// Sociol 1970, [doi:10.1086/224954](https://doi.org/10.1086/224954).
public enum Triad {
  T003("003", 0, 0),
  T012("012", 0, 1),
  T102("102", 1, 0),
  /// A ← B → C
  T021D("021D", 0, 2),
  /// A → B ← C
  T021U("021U", 0, 2),
  /// A → B → C
  T021C("021C", 0, 2),
  /// A ↔ B ← C
  T111D("111D", 1, 1),
  /// A ↔ B → C
  T111U("111U", 1, 1),
  /// A → B → C, A → C
  T030T("030T", 0, 3),
  /// A → B → C → A
  T030C("030C", 0, 3),
  /// A ↔ B ↔ C
  T201("201", 2, 0),
  /// A ← B → C, A ↔ C
  T120D("120D", 1, 2),
  /// A → B ← C, A ↔ C
  T120U("120U", 1, 2),
  /// A → B → C, A ↔ C
  T120C("120C", 1, 2),
  /// A → B ↔ C ↔ A
  T210("210", 2, 1),
  T300("300", 3, 0);

  private final String label;
  private final int mutual;
  private final int asymmetric;

  Triad(String label, int mutual, int asymmetric) {
    this.label = label;
    this.mutual = mutual;
    this.asymmetric = asymmetric;
  }

  public String label() {
    return label;
  }

  /// Pairs that are connected both ways.
  public int mutual() {
    return mutual;
  }

  /// Pairs that are connected one way.
  public int asymmetric() {
    return asymmetric;
  }
}
