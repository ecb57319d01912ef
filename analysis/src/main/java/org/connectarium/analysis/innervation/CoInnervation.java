package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.connectarium.analysis.synapses.TargetCounts;

/// Where axons that are specific for a class put their other synapses.
///
/// @param specificFor the class or classes that the axons are specific for
/// @param axons that are and have other synapses
/// @param others one entry per other class
public record CoInnervation(List<String> specificFor, int axons, List<Share> others) {

  /// Keeps copies.
  public CoInnervation {
    specificFor = List.copyOf(specificFor);
    others = List.copyOf(others);
  }

  /// Synapses onto another class.
  ///
  /// @param target the other class
  /// @param mean fraction of an axon's synapses that are not onto the class it is specific for
  /// @param standardError of the mean; NaN for fewer than 2 axons
  /// @param meanOfAll the same over all axons of the population
  public record Share(String target, double mean, double standardError, double meanOfAll) {}

  static CoInnervation of(TargetCounts counts, BitSet rows, List<String> specificFor) {
    BitSet left = new BitSet();
    specificFor.forEach(name -> left.set(counts.column(name)));
    List<Share> others = new ArrayList<>();
    int axons = 0;
    for (int c = 0; c < counts.classes().size(); c++) {
      if (!left.get(c)) {
        Mean chosen = new Mean();
        Mean all = new Mean();
        for (int row = 0; row < counts.rows(); row++) {
          double fraction = fraction(counts, row, c, left);
          if (!Double.isNaN(fraction)) {
            all.add(fraction);
            if (rows.get(row)) {
              chosen.add(fraction);
            }
          }
        }
        axons = chosen.n;
        others.add(
            new Share(counts.classes().get(c), chosen.mean(), chosen.standardError(), all.mean()));
      }
    }
    return new CoInnervation(specificFor, axons, others);
  }

  private static double fraction(TargetCounts counts, int row, int column, BitSet left) {
    int of = counts.synapses(row);
    for (int c = left.nextSetBit(0); c >= 0; c = left.nextSetBit(c + 1)) {
      of -= counts.count(row, c);
    }
    return of == 0 ? Double.NaN : (double) counts.count(row, column) / of;
  }

  /// Mean and standard error, by the running sums of Welford.
  private static final class Mean {
    private int n;
    private double mean;
    private double squares;

    void add(double value) {
      n++;
      double d = value - mean;
      mean += d / n;
      squares += d * (value - mean);
    }

    double mean() {
      return n == 0 ? Double.NaN : mean;
    }

    double standardError() {
      return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1.0) / n);
    }
  }
}
