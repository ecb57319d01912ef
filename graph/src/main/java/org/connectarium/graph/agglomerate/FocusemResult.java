package org.connectarium.graph.agglomerate;

import java.util.List;

/// What an agglomeration by the steps of FocusEM made, as a whole and step by step.
public record FocusemResult(AgglomerationResult whole, List<StepResult> steps) {
  public FocusemResult {
    steps = List.copyOf(steps);
  }

  /// What one step made: joins of two agglomerates to one, agglomerates after it, and segments in
  /// agglomerates of the kind `other`.
  public record StepResult(
      FocusemStep step, long joins, long agglomerates, long unassigned, double seconds) {}
}
