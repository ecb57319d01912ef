package org.connectarium.analysis.size;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.synapses.SynapseTable;

/// Pairs of synapses with their sizes.
///
/// The coefficient of variation of a pair is its standard deviation (n − 1) over its mean:
/// √2 |a − b| / (a + b), 0…√2.
public final class SizePairs {
  private final float[] sizes; // of a pair side by side
  private final int[] synapses; // their numbers in the table; empty if there is none

  private SizePairs(float[] sizes, int[] synapses) {
    this.sizes = sizes;
    this.synapses = synapses;
  }

  /// Which synapses are paired.
  public enum Kind {
    /// Same axon, same dendrite: connections of exactly two synapses.
    SAME_AXON_SAME_DENDRITE,
    /// Same axon, different dendrites: the first synapse of each of its connections, in order.
    SAME_AXON,
    /// Same dendrite, different axons: the first synapse of each of its connections, in order.
    SAME_DENDRITE
  }

  /// Pairs as given.
  ///
  /// @param sizes of a pair side by side, each above 0
  /// @throws IllegalArgumentException if their number is odd, or a size is not above 0
  public static SizePairs of(double[] sizes) {
    if (sizes.length % 2 != 0) {
      throw new IllegalArgumentException("pairs need an even number of sizes, not " + sizes.length);
    }
    float[] values = new float[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      values[i] = (float) sizes[i];
      if (!(values[i] > 0) || Float.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            "sizes must be above 0 but number " + i + " was " + sizes[i]);
      }
    }
    return new SizePairs(values, new int[0]);
  }

  /// Pairs of synapses of a table. Those of unknown area are left out before connections are
  /// counted.
  ///
  /// Cost: two passes of counting sort; 12 bytes a synapse.
  ///
  /// @param counted which synapses may be paired, such as those of an axon class onto primary
  ///     spines
  public static SizePairs of(SynapseTable table, Kind kind, IntPredicate counted) {
    Connections connections = Connections.of(table, i -> known(table, i) && counted.test(i));
    int[] chosen =
        switch (kind) {
          case SAME_AXON_SAME_DENDRITE -> connections.ofExactly(2);
          case SAME_AXON -> connections.firstOfEach(table::pre);
          case SAME_DENDRITE -> connections.sortedByPost(table).firstOfEach(table::post);
        };
    float[] sizes = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      sizes[i] = table.areaUm2(chosen[i]);
    }
    return new SizePairs(sizes, chosen);
  }

  /// How many connections have 1, 2, … synapses of known area: entry m − 1 for m synapses.
  public static int[] multiplicities(SynapseTable table, IntPredicate counted) {
    return Connections.of(table, i -> known(table, i) && counted.test(i)).multiplicities();
  }

  private static boolean known(SynapseTable table, int synapse) {
    return !Float.isNaN(table.areaUm2(synapse));
  }

  /// Number of pairs.
  public int size() {
    return sizes.length / 2;
  }

  /// The first (0) or second (1) size of a pair.
  public double size(int pair, int which) {
    return sizes[2 * pair + which];
  }

  /// The number of a synapse in the table that pairs were made from.
  ///
  /// @throws IllegalStateException if they were not made from a table
  public int synapse(int pair, int which) {
    if (synapses.length == 0) {
      throw new IllegalStateException("these pairs were not made from a table");
    }
    return synapses[2 * pair + which];
  }

  /// Coefficient of variation of a pair.
  public double cv(int pair) {
    return cv(sizes[2 * pair], sizes[2 * pair + 1]);
  }

  /// Coefficients of variation of all pairs.
  public double[] cvs() {
    double[] cvs = new double[size()];
    Arrays.setAll(cvs, this::cv);
    return cvs;
  }

  /// log10 of the mean size of a pair.
  public double log10Mean(int pair) {
    return Math.log10((size(pair, 0) + size(pair, 1)) / 2);
  }

  /// The same sizes in pairs by chance.
  public SizePairs shuffled(long seed, long shuffle) {
    float[] other = sizes.clone();
    pairUp(other, Seeds.random(seed, shuffle));
    return new SizePairs(other, new int[0]);
  }

  /// All sizes, pair by pair.
  float[] sizes() {
    return sizes.clone();
  }

  static double cv(double a, double b) {
    return Math.sqrt(2) * Math.abs(a - b) / (a + b);
  }

  /// Makes pairs by chance: each value that is still alone gets a partner out of all that are
  /// left, so that every pairing is equally likely.
  static void pairUp(float[] values, SplittableRandom random) {
    for (int i = 0; i + 1 < values.length; i += 2) {
      int left = values.length - i - 1;
      int j = i + 1 + (int) (((random.nextInt() & 0xffffffffL) * left) >>> 32);
      float swap = values[i + 1];
      values[i + 1] = values[j];
      values[j] = swap;
    }
  }
}
