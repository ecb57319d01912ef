package org.connectarium.analysis.size;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;

/// The sizes of synapses: their distribution, and how alike those of one axon on one dendrite
/// are.
///
/// - input: areas in µm² (any other size works as well where only ratios count)
/// - seeded where something is drawn; the number of threads changes nothing
///
/// Method: A. Motta and others, *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 366, 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134). Beyond it: intervals
/// by draws with replacement, the number of components by BIC, and a p-value for the whole map.
public final class SynapseSize {
  /// Thresholds of p that FocusEM goes through.
  public static final List<Double> THRESHOLDS = List.of(0.005, 0.01, 0.02, 0.03, 0.04, 0.05);

  private SynapseSize() {}

  /// Log-normal mixtures of sizes, by expectation maximisation.
  ///
  /// Cost: rounds × components × min (sizes, 1,024) steps for each start and draw. More than
  /// 4,096 sizes are fitted in as many narrow bins that keep their mean and scatter.
  ///
  /// @param sizes each above 0
  /// @throws IllegalArgumentException if one is not, or all are the same
  public static MixtureFit mixture(double[] sizes, MixtureFit.Options options, Workers workers) {
    if (sizes.length < 3) {
      throw new IllegalArgumentException("3 sizes are needed but there were " + sizes.length);
    }
    return MixtureFit.of(MixtureFit.logs(sizes), options, workers);
  }

  /// Mean, spread and quartiles of sizes.
  ///
  /// @param sizes each above 0
  /// @throws IllegalArgumentException if one is not
  public static SizeDistribution distribution(double[] sizes) {
    return SizeDistribution.of(sizes);
  }

  /// The known areas of synapses of a table.
  public static double[] areas(SynapseTable table, IntPredicate counted) {
    return IntStream.range(0, table.size())
        .filter(i -> !Float.isNaN(table.areaUm2(i)) && counted.test(i))
        .mapToDouble(table::areaUm2)
        .toArray();
  }

  /// Whether pairs are more alike than by chance.
  ///
  /// Cost: 2 × shuffles × 2 × pairs steps.
  ///
  /// @param shuffles such as 1,000
  /// @throws IllegalArgumentException if there are fewer than 2 pairs
  public static PairSimilarity similarity(
      SizePairs pairs, int shuffles, long seed, Workers workers) {
    return PairSimilarity.of(pairs, shuffles, seed, workers);
  }

  /// The same carried through the probabilities of the synapses: in each draw a synapse is real
  /// with its probability, and pairs are formed of the real ones.
  ///
  /// Cost: draws × (synapses + 50 × pairs) steps.
  ///
  /// @param draws such as 100; 0 gives nothing
  public static List<UncertainPairs> uncertainPairs(
      SynapseTable table,
      SizePairs.Kind kind,
      IntPredicate counted,
      int draws,
      long seed,
      Workers workers) {
    return UncertainPairs.of(table, kind, counted, draws, seed, workers);
  }

  /// Where pairs are denser than by chance, on the map of coefficient of variation and mean size.
  ///
  /// Cost: per shuffle 2 × pairs random steps, and pixels² × (2 × reach of the kernel + 10); 20
  /// bytes per pixel and item of 25 shuffles.
  ///
  /// @param shuffles more than 200; FocusEM: 5,000
  /// @throws IllegalArgumentException if fewer than 10 pairs lie in the window
  public static SimilarityMap map(
      SizePairs pairs, MapWindow window, int shuffles, long seed, Workers workers) {
    return SimilarityMap.of(pairs, window, shuffles, seed, workers);
  }

  /// How the likeness of pairs depends on the distance between their synapses along a neurite.
  ///
  /// @param cv coefficient of variation of each pair
  /// @param distanceUm path between its synapses
  /// @param belowUm farther pairs are left out; FocusEM: 20
  public static LinearFit overDistance(double[] cv, double[] distanceUm, double belowUm) {
    double[] near = Arrays.stream(distanceUm).map(d -> d < belowUm ? d : Double.NaN).toArray();
    return LinearFit.of(near, cv);
  }
}
