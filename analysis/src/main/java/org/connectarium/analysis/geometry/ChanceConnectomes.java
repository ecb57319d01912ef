package org.connectarium.analysis.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;

/// Connectomes that geometry alone would make, and how the real one differs from them.
final class ChanceConnectomes {
  /// Connections of this many synapses or more are counted together.
  private static final int MANY = 5;

  private ChanceConnectomes() {}

  /// Synapses of each axon onto each class, drawn by availability.
  static int[][] byAvailability(int[] synapses, double[][] available, long seed) {
    int[][] rows = new int[synapses.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = multinomial(Seeds.random(seed, i), synapses[i], available[i]);
    }
    return rows;
  }

  private static int[] multinomial(SplittableRandom random, int trials, double[] shares) {
    int[] counts = new int[shares.length];
    int left = trials;
    double rest = 1;
    for (int c = 0; c + 1 < shares.length; c++) {
      counts[c] = Seeds.binomial(random, left, Math.clamp(shares[c] / rest, 0, 1));
      left -= counts[c];
      rest = Math.max(1e-300, rest - shares[c]);
    }
    counts[shares.length - 1] = left;
    return counts;
  }

  /// Synapses of each pair that touches, drawn by area.
  static int[] byContacts(AxonContacts contacts, int[] synapses, long seed) {
    int[] counts = new int[contacts.size()];
    for (int axon = 0; axon < contacts.axons(); axon++) {
      int first = contacts.first(axon);
      int many = contacts.first(axon + 1) - first;
      double[] until = new double[many];
      for (int i = 0; i < many; i++) {
        until[i] = (i == 0 ? 0 : until[i - 1]) + contacts.areaUm2(first + i);
      }
      if (synapses[axon] > 0 && (many == 0 || !(until[many - 1] > 0))) {
        throw new IllegalArgumentException(
            "axon %d has %d synapses but touches no target".formatted(axon, synapses[axon]));
      }
      SplittableRandom random = Seeds.random(seed, axon);
      for (int s = 0; s < synapses[axon]; s++) {
        counts[first + above(until, random.nextDouble() * until[many - 1])]++;
      }
    }
    return counts;
  }

  /// The first entry that is larger.
  private static int above(double[] until, double value) {
    int low = 0;
    int high = until.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (until[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static List<AgainstChance> againstAvailability(
      TargetCounts counts, double[][] available, int draws, long seed, Workers workers) {
    int[][] observed = new int[counts.rows()][counts.classes().size()];
    for (int i = 0; i < observed.length; i++) {
      int row = i;
      Arrays.setAll(observed[i], c -> counts.count(row, c));
    }
    int[] totals = counts.totals();
    List<String> classes = counts.classes();
    return compare(
        classes,
        ofClasses(observed, classes.size()),
        draws,
        draw -> ofClasses(byAvailability(totals, available, mixed(seed, draw)), classes.size()),
        workers);
  }

  /// @param observed synapses of each pair
  static List<AgainstChance> againstContacts(
      AxonContacts contacts,
      int[] observed,
      List<String> classes,
      byte[] classOfTarget,
      int draws,
      long seed,
      Workers workers) {
    if (observed.length != contacts.size()) {
      throw new IllegalArgumentException(
          "synapses of each of %d pairs are needed but there were %d"
              .formatted(contacts.size(), observed.length));
    }
    int[] totals = new int[contacts.axons()];
    for (int axon = 0; axon < totals.length; axon++) {
      for (int pair = contacts.first(axon); pair < contacts.first(axon + 1); pair++) {
        totals[axon] += observed[pair];
      }
    }
    IntFunction<double[]> drawn =
        draw ->
            ofPairs(
                contacts,
                byContacts(contacts, totals, mixed(seed, draw)),
                classes.size(),
                classOfTarget);
    return compare(
        classes, ofPairs(contacts, observed, classes.size(), classOfTarget), draws, drawn, workers);
  }

  private static long mixed(long seed, int draw) {
    return Seeds.random(seed, draw).nextLong();
  }

  private static List<AgainstChance> compare(
      List<String> classes,
      double[] observed,
      int draws,
      IntFunction<double[]> draw,
      Workers workers) {
    if (draws < 2) {
      throw new IllegalArgumentException("2 draws or more are needed but were " + draws);
    }
    List<double[]> drawn = workers.map(draws, draw);
    List<AgainstChance> rows = new ArrayList<>();
    for (int i = 0; i < observed.length; i++) {
      int at = i;
      int kind = i / classes.size();
      boolean pairs = kind >= 3;
      int synapses = i - 3 * classes.size() + 1;
      rows.add(
          AgainstChance.of(
              pairs ? "pairs" : List.of("synapses", "axons", "varianceOfShares").get(kind),
              pairs
                  ? synapses + (synapses == MANY ? " or more" : "")
                  : classes.get(i % classes.size()),
              observed[i],
              drawn.stream().mapToDouble(d -> d[at]).toArray()));
    }
    return rows;
  }

  /// Per class: synapses, then axons with any, then variance of the shares of axons.
  private static double[] ofClasses(int[][] counts, int width) {
    double[] values = new double[3 * width];
    double[] squares = new double[width];
    double[] sums = new double[width];
    int axons = 0;
    for (int[] row : counts) {
      double n = Arrays.stream(row).sum();
      axons += n > 0 ? 1 : 0;
      for (int c = 0; c < width && n > 0; c++) {
        values[c] += row[c];
        values[width + c] += row[c] > 0 ? 1 : 0;
        sums[c] += row[c] / n;
        squares[c] += row[c] / n * (row[c] / n);
      }
    }
    for (int c = 0; c < width; c++) {
      values[2 * width + c] = (squares[c] - sums[c] * sums[c] / axons) / Math.max(1, axons - 1);
    }
    return values;
  }

  /// The same, and pairs with 1, 2, … synapses.
  private static double[] ofPairs(
      AxonContacts contacts, int[] synapses, int width, byte[] classOfTarget) {
    int[][] counts = new int[contacts.axons()][width];
    double[] pairs = new double[MANY];
    for (int axon = 0; axon < counts.length; axon++) {
      for (int pair = contacts.first(axon); pair < contacts.first(axon + 1); pair++) {
        if (synapses[pair] > 0) {
          counts[axon][classOfTarget[contacts.target(pair)]] += synapses[pair];
          pairs[Math.min(MANY, synapses[pair]) - 1]++;
        }
      }
    }
    double[] classes = ofClasses(counts, width);
    double[] all = Arrays.copyOf(classes, classes.length + MANY);
    System.arraycopy(pairs, 0, all, classes.length, MANY);
    return all;
  }
}
