package org.connectarium.analysis.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How right a connectome is, pair of cells by pair of cells: its synapses between two cells are
/// compared in number with those of the truth, and its connections with the pairs that have any.
///
/// Where the volume is cut off, what lies near its faces cannot be told: such synapses of the truth
/// need not be found, and such of the connectome are not wrong.
///
/// @param unknown synapses left out, because a side is of no known cell
/// @param trueSynapses of the truth, in the core of the volume
/// @param foundSynapses of them that have one between the same cells in the same direction
/// @param falseSynapses in the core, beyond those of the truth between the same cells
/// @param trueEdges pairs of cells with a synapse in the core
/// @param foundEdges of them those that are connected
/// @param falseEdges connected in the core, without a synapse of the truth anywhere
public record ConnectomeMetrics(
    long unknown,
    long trueSynapses,
    long foundSynapses,
    long falseSynapses,
    long trueEdges,
    long foundEdges,
    long falseEdges) {

  /// A synapse between two cells of the truth.
  ///
  /// @param preCell cell that sends, 0 = unknown
  /// @param postCell cell that receives, 0 = unknown
  /// @param core whether it lies so far inside the volume that it must be right
  public record Synapse(long preCell, long postCell, boolean core) {}

  private record Pair(long pre, long post) {}

  private static final class Counts {
    private long trueCore;
    private long trueRim;
    private long foundCore;
    private long foundRim;
  }

  /// Compares.
  ///
  /// @param truth all of known cells
  /// @param found those within one cell of the truth count as wrong
  public static ConnectomeMetrics of(Collection<Synapse> truth, Collection<Synapse> found) {
    Map<Pair, Counts> pairs = new HashMap<>();
    for (Synapse s : truth) {
      Counts counts = counts(pairs, s);
      counts.trueCore += s.core ? 1 : 0;
      counts.trueRim += s.core ? 0 : 1;
    }
    long unknown = 0;
    for (Synapse s : found) {
      if (s.preCell == 0 || s.postCell == 0) {
        unknown++;
      } else {
        Counts counts = counts(pairs, s);
        counts.foundCore += s.core ? 1 : 0;
        counts.foundRim += s.core ? 0 : 1;
      }
    }
    long[] sums = new long[6];
    for (Counts c : pairs.values()) {
      sums[0] += c.trueCore;
      sums[1] += Math.min(c.trueCore, c.foundCore + c.foundRim);
      sums[2] += Math.max(0, c.foundCore - c.trueCore - c.trueRim);
      sums[3] += c.trueCore > 0 ? 1 : 0;
      sums[4] += c.trueCore > 0 && c.foundCore + c.foundRim > 0 ? 1 : 0;
      sums[5] += c.foundCore > 0 && c.trueCore + c.trueRim == 0 ? 1 : 0;
    }
    return new ConnectomeMetrics(unknown, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  private static Counts counts(Map<Pair, Counts> pairs, Synapse s) {
    return pairs.computeIfAbsent(new Pair(s.preCell, s.postCell), p -> new Counts());
  }

  /// Share of the synapses that are right; NaN if there is none.
  public double synapsePrecision() {
    return (double) foundSynapses / (foundSynapses + falseSynapses);
  }

  /// Share of the synapses of the truth that are found; NaN if there is none.
  public double synapseRecall() {
    return (double) foundSynapses / trueSynapses;
  }

  /// Share of the connections that are right; NaN if there is none.
  public double edgePrecision() {
    return (double) foundEdges / (foundEdges + falseEdges);
  }

  /// Share of the connections of the truth that are found; NaN if there is none.
  public double edgeRecall() {
    return (double) foundEdges / trueEdges;
  }
}
