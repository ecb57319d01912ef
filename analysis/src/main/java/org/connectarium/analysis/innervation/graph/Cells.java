package org.connectarium.analysis.innervation.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.CellGradient;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.graph.InputOptions.Inputs;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.Node;

/// Cells that have a place, with the counts of what they receive.
///
/// @param counts rows are all cells with enough synapses
/// @param rows those that have a place and a synapse of the denominator
/// @param placeUm of these: along the axis, and along the two others
/// @param usage what was left out
@SuppressWarnings("ArrayRecordComponent") // columns, made here and read by the statistics
record Cells(
    Inputs inputs,
    UncertainCounts counts,
    int[] rows,
    double[][] placeUm,
    Map<String, Object> usage) {
  private static final String[] AXES = {"x", "y", "z"};

  static Cells of(Inputs inputs, UncertainCounts counts, Axis axis) {
    TargetCounts all = counts.counts();
    double[][] places = new double[all.rows()][];
    Arrays.setAll(places, row -> placeUm(inputs.synapses().neurons().node(all.neurite(row))));
    int[] rows =
        IntStream.range(0, all.rows())
            .filter(row -> !Double.isNaN(places[row][0] + places[row][1] + places[row][2]))
            .filter(
                row ->
                    !Double.isNaN(Innervation.ratio(all, row, inputs.numerator(), inputs.rest())))
            .toArray();
    if (rows.length < 5) {
      throw new GraphException(
          "%d cells of data set \"%s\" have a place (x, y, z) and enough synapses, 5 are needed; lower minSynapses"
              .formatted(rows.length, inputs.synapses().neurons().dataset()));
    }
    double[][] placeUm = new double[3][];
    for (int i = 0; i < 3; i++) {
      int a = (axis.number() + i) % 3;
      placeUm[i] = Arrays.stream(rows).mapToDouble(row -> places[row][a]).toArray();
    }
    Map<String, Object> usage = new LinkedHashMap<>(inputs.synapses().usage().toMap());
    usage.put("cellsWithoutPlace", (long) all.rows() - rows.length);
    return new Cells(inputs, counts, rows, placeUm, usage);
  }

  CellGradient gradient() {
    return gradient(counts.counts());
  }

  /// Interval of the slope over uncertain synapses; NaN if all are certain.
  Interval slope95(int draws, long seed, Workers workers) {
    if (counts.isCertain() || draws == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    return Uncertainty.overDraws(
            draws,
            seed,
            workers,
            random -> new double[] {gradient(counts.drawn(random)).line().slope()})
        .getFirst()
        .interval95();
  }

  /* A cell that has no real synapse left keeps the ratio 0, as in the ratios of inputs. */
  private CellGradient gradient(TargetCounts drawn) {
    double[] ratio =
        Arrays.stream(rows)
            .mapToDouble(row -> Innervation.ratio(drawn, row, inputs.numerator(), inputs.rest()))
            .map(r -> Double.isNaN(r) ? 0 : r)
            .toArray();
    return Innervation.cellGradient(ratio, placeUm[0], placeUm[1], placeUm[2]);
  }

  private static double[] placeUm(Node node) {
    double[] place = new double[3];
    for (int i = 0; i < 3; i++) {
      place[i] =
          node.getProperty(AXES[i], null) instanceof Number nm
              ? nm.doubleValue() / 1000
              : Double.NaN;
    }
    return place;
  }
}
