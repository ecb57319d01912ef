package org.connectarium.graph.synapse;

/// Which contacts are synapses, by their probabilities, and which of those are likely false
/// positives. A contact is a synapse in the direction of the larger probability, if that reaches
/// `minProbability` and no rule drops it; of several rules the first counts. Compares as floats.
///
/// Method: B. Staffler et al., *SynEM, automated synapse detection for connectomics*, eLife 2017,
/// [doi:10.7554/eLife.26414](https://doi.org/10.7554/eLife.26414) (the direction), and A. Motta et
/// al., *Dense connectomic reconstruction in layer 4 of the somatosensory cortex*, Science 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134) (the rules). Differs:
/// probabilities in place of log-odds, so SynEM's threshold of −1.67 would be 0.158 if its scores
/// were calibrated; here they are, and a synapse is what is more likely one than not.
///
/// @param minProbability least of the larger of both directions, 0…1
/// @param ambiguousAbove dropped if both directions are above this; −2 as log-odds is 0.119
/// @param continuityAbove dropped if both sides are one cell with more than this probability
/// @param myelinAbove dropped if either segment has more myelin than this
public record SynapseRules(
    double minProbability, double ambiguousAbove, double continuityAbove, double myelinAbove) {

  /// The values of the papers, with one half as the least probability.
  public static final SynapseRules DEFAULT =
      new SynapseRules(0.5, 1 / (1 + Math.exp(2)), 0.70, 0.375);

  /// @throws IllegalArgumentException if a value is not 0…1
  public SynapseRules {
    for (double value :
        new double[] {minProbability, ambiguousAbove, continuityAbove, myelinAbove}) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(
            "minProbability, ambiguousAbove, continuityAbove and myelinAbove must be 0…1 but one"
                + " was "
                + value);
      }
    }
  }

  /// What the rules say of a contact.
  public enum Verdict {
    /// Not likely enough in either direction.
    NONE(""),
    /// A synapse.
    SYNAPSE(""),
    /// Dropped, as it might go either way.
    AMBIGUOUS("ambiguous"),
    /// Dropped, as both sides are likely one cell.
    CONTINUITY("continuity"),
    /// Dropped, as one side is likely myelin.
    MYELIN("myelin");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// The rule that dropped it, empty for none.
    public String word() {
      return word;
    }
  }

  /// True if either direction is likely enough, so that the rest must be looked at.
  public boolean reaches(float forward, float reverse) {
    return Math.max(forward, reverse) >= (float) minProbability;
  }

  /// Judges a contact.
  ///
  /// @param forward probability of a synapse from one side to the other
  /// @param reverse the other way round
  /// @param continuity probability that both sides are one cell
  /// @param myelin the larger share of myelin of both sides
  public Verdict of(float forward, float reverse, float continuity, float myelin) {
    if (!reaches(forward, reverse)) {
      return Verdict.NONE;
    }
    if (Math.min(forward, reverse) > (float) ambiguousAbove) {
      return Verdict.AMBIGUOUS;
    }
    if (continuity > (float) continuityAbove) {
      return Verdict.CONTINUITY;
    }
    return myelin > (float) myelinAbove ? Verdict.MYELIN : Verdict.SYNAPSE;
  }
}
