package org.connectarium.analysis.innervation;

import java.util.BitSet;
import java.util.List;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;

/// What axons choose and what dendrites receive, beyond chance.
///
/// - input: counts of synapses, neurites × classes ([TargetCounts]), of neurites with enough
///   synapses (FocusEM: 10 or more)
/// - units: µm for positions; all else are numbers and shares
/// - seeded where something is drawn; the number of threads changes nothing
///
/// Method: A. Motta and others, *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 366, 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134). Beyond it: a p-value
/// of the test of Kolmogorov and Smirnov that knows about discrete fractions, different numbers
/// of synapses and the fitted rate, intervals of rates, and models compared by BIC.
public final class Innervation {
  private Innervation() {}

  /// Axons that are specific for a target class. For each class: the rate of hits by chance, the
  /// chance of each axon to hit as often as it does, whether fractions over all axons are larger
  /// than the rate explains, and the threshold on p below which an expected `falseShare` of axons
  /// is false.
  ///
  /// Cost: axons × classes × draws steps; 1 KiB per distinct number of synapses.
  ///
  /// @throws IllegalArgumentException if there is no axon
  public static Specificity specificity(
      TargetCounts counts, SpecificityOptions options, Workers workers) {
    return Specificity.of(counts, options, workers);
  }

  /// How certain the shares of specific axons are: synapses drawn by their probabilities, and
  /// axons with replacement.
  ///
  /// Cost: draws × (axons × classes) steps, twice if synapses are uncertain.
  ///
  /// @param counts of which `found` is the result
  /// @param draws such as 100
  public static SpecificityDraws specificityDraws(
      UncertainCounts counts,
      Specificity found,
      SpecificityOptions options,
      int draws,
      long seed,
      Workers workers) {
    return SpecificityDraws.of(counts, found, options, draws, seed, workers);
  }

  /// Fractions of synapses onto each class, with intervals over axons and uncertain synapses.
  ///
  /// @param draws for intervals; 0 to do without, which leaves them NaN
  /// @throws IllegalArgumentException if there is no axon
  public static ClassFractions fractions(
      UncertainCounts counts, int draws, long seed, Workers workers) {
    return ClassFractions.of(counts, draws, seed, workers);
  }

  /// Rates of hits by chance of each class, by all models.
  ///
  /// @param draws of uncertain synapses, for intervals
  public static ClassRates rates(UncertainCounts counts, int draws, long seed, Workers workers) {
    return ClassRates.of(counts, draws, seed, workers);
  }

  /// Whether two populations, such as the same class of axons in two data sets, differ in their
  /// shares of specific axons.
  ///
  /// Cost: (2 · shuffles + 2 · draws) × axons × classes steps.
  ///
  /// @param shuffles of axons between the populations, for p
  /// @param draws for intervals
  /// @throws IllegalArgumentException if a population has no axon, or the classes differ
  public static SpecificityDifference specificityDifference(
      UncertainCounts first,
      UncertainCounts second,
      SpecificityOptions options,
      int shuffles,
      int draws,
      Workers workers) {
    return SpecificityDifference.of(first, second, options, shuffles, draws, workers);
  }

  /// The models of counts of one class with their best parameters, the best model first.
  ///
  /// @param column of the class
  public static List<CountModelFit> models(TargetCounts counts, int column) {
    return CountModelFit.ranked(counts, column);
  }

  /// For each class: where axons specific for it put their other synapses.
  public static List<CoInnervation> coInnervation(Specificity specificity) {
    return specificity.counts().classes().stream()
        .map(
            name ->
                CoInnervation.of(
                    specificity.counts(), specificity.specificForAll(List.of(name)), List.of(name)))
        .toList();
  }

  /// The mean shares of [CoInnervation#others] in draws: synapses are real with their
  /// probabilities, and axons specific for all of the classes are found anew.
  ///
  /// @param found in all synapses as if they were certain
  /// @return one spread per other class, in the order of columns; empty if all are certain
  public static List<Uncertainty.Spread> coInnervationDraws(
      UncertainCounts counts,
      Specificity found,
      List<String> specificFor,
      SpecificityOptions options,
      int draws,
      long seed,
      Workers workers) {
    return Uncertainty.overDraws(
        counts.isCertain() ? 0 : draws,
        seed,
        workers,
        random -> {
          Specificity again = found.repeated(counts.drawn(random), options);
          return CoInnervation.of(again.counts(), again.specificForAll(specificFor), specificFor)
              .others()
              .stream()
              .mapToDouble(CoInnervation.Share::mean)
              .toArray();
        });
  }

  /// The same for rows of one's choice, without their synapses onto some classes: such as
  /// perisomatic axons, without somata and proximal dendrites.
  public static CoInnervation coInnervation(
      TargetCounts counts, BitSet rows, List<String> leftOut) {
    return CoInnervation.of(counts, rows, leftOut);
  }

  /// Shares of specific axons if false positives are taken out, repeated with the run as seed.
  ///
  /// @param parts kinds of synapses with their rates of false positives
  /// @param runs FocusEM: 20
  public static CorrectedRepeats correctedRepeats(
      List<CorrectedRepeats.Part> parts, int runs, SpecificityOptions options, Workers workers) {
    return CorrectedRepeats.of(parts, runs, options, workers);
  }

  /// Ratios of inputs of postsynaptic neurites against chance.
  ///
  /// @param counts rows are postsynaptic neurites, columns classes of axons
  /// @param numerator classes, such as TC
  /// @param rest further classes of the denominator, such as CC
  /// @param bins of the histogram
  /// @throws IllegalArgumentException if there is no synapse of these classes
  public static InputRatios inputRatios(
      TargetCounts counts, List<String> numerator, List<String> rest, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be 1 or more but were " + bins);
    }
    return InputRatios.of(counts, numerator, rest, bins);
  }

  /// The exact interval, 95 %, of the ratio of inputs of a row over uncertain synapses; NaN to NaN
  /// if it has none of these classes.
  public static Interval inputRatio95(
      UncertainCounts counts, int row, List<String> numerator, List<String> rest) {
    return InputRatios.ratio95(counts, row, numerator, rest);
  }

  /// The ratio of inputs of a row; NaN if it has none of these classes.
  public static double ratio(
      TargetCounts counts, int row, List<String> numerator, List<String> rest) {
    return InputRatios.ratio(counts, row, numerator, rest);
  }

  /// The interval, 95 %, of the slope of [#depthProfile] over uncertain synapses; NaN to NaN if all
  /// are certain, or without draws.
  ///
  /// @param probabilities one per synapse
  public static Interval depthSlope95(
      double[] depthUm,
      boolean[] inNumerator,
      double[] probabilities,
      DepthProfile.Range range,
      int draws,
      long seed,
      Workers workers) {
    return DepthProfile.slope95(depthUm, inNumerator, probabilities, range, draws, seed, workers);
  }

  /// The share of a class along an axis.
  ///
  /// @param depthUm position of each synapse of the denominator
  /// @param inNumerator whether it is of the class
  public static DepthProfile depthProfile(
      double[] depthUm, boolean[] inNumerator, DepthProfile.Range range) {
    return DepthProfile.of(depthUm, inNumerator, range);
  }

  /// A ratio of cells against their depth x, with a plane over y and z taken out.
  public static CellGradient cellGradient(
      double[] ratio, double[] xUm, double[] yUm, double[] zUm) {
    return CellGradient.of(ratio, xUm, yUm, zUm);
  }

  /// A ratio of dendrites against their direction.
  ///
  /// @param alignment of each dendrite with the axis, −1…1
  /// @param ratio of each dendrite
  public static DirectionEffect directionEffect(double[] alignment, double[] ratio, long seed) {
    return DirectionEffect.of(alignment, ratio, seed);
  }
}
