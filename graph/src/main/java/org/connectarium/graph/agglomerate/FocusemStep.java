package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.connectarium.graph.columns.Trait;

/// The steps of the agglomeration of FocusEM, in the order in which they usually run.
public enum FocusemStep {
  SOMATA("somata"),
  AXONS("axons"),
  DENDRITES("dendrites"),
  LEFTOVERS("leftovers"),
  GROWTH("growth"),
  SPINES("spines");

  private final String word;

  FocusemStep(String word) {
    this.word = word;
  }

  /// As it is called in options.
  public String word() {
    return word;
  }

  /// What at least one segment must have a property of.
  List<Trait> needs() {
    return switch (this) {
      case SOMATA -> List.of(Trait.NUCLEUS);
      case AXONS, GROWTH -> List.of(Trait.AXON);
      case DENDRITES -> List.of(Trait.DENDRITE);
      case SPINES -> List.of(Trait.SPINE_HEAD, Trait.DENDRITE);
      case LEFTOVERS -> List.of();
    };
  }

  /// The step of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  static FocusemStep of(String word) {
    for (FocusemStep step : values()) {
      if (step.word.equals(word)) {
        return step;
      }
    }
    String known = Arrays.stream(values()).map(FocusemStep::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("Unknown step \"" + word + "\"; there are " + known);
  }
}
