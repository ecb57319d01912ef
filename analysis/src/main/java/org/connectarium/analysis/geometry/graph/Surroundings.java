package org.connectarium.analysis.geometry.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.analysis.geometry.Availability;
import org.connectarium.analysis.geometry.Geometry;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.Transaction;

/// Axons with their synapses and what is available to them.
///
/// @param connected the axons and their synapses
/// @param counts synapses onto each class, a row per axon
/// @param available membrane of each class, a row per axon
record Surroundings(Connected connected, TargetCounts counts, Availability available) {

  /// Reads a data set.
  ///
  /// @throws GraphException if there is no membrane to read
  static Surroundings read(
      Transaction tx, String dataset, GeometryOptions options, double[] radiiUm, Workers workers) {
    Connected connected = Connected.read(tx, workers.stopCheck(), dataset, options);
    TargetCounts counts = connected.counts();
    Borders borders = borders(tx, connected, options.membrane(), workers.stopCheck());
    Availability available =
        Geometry.availability(
            borders.blocks(connected, options.blockUm()), connected.axons(), radiiUm, workers);
    if (options.membrane() == GeometryOptions.Membrane.SYNAPSES) {
      double[][] own = ownSynapses(connected);
      available = available.without((row, column) -> own[row][column]);
    }
    return new Surroundings(connected, counts, available);
  }

  static Borders borders(
      Transaction tx, Connected connected, GeometryOptions.Membrane membrane, Runnable stop) {
    String dataset = connected.read().neurons().dataset();
    Borders borders =
        switch (membrane) {
          case CONTACTS -> Borders.ofContacts(tx, connected.read().neurons(), stop);
          case SYNAPSES -> Borders.ofSynapses(connected.read().table());
        };
    if (borders.size() == 0) {
      throw new GraphException(
          switch (membrane) {
            case CONTACTS ->
                "Neurons of data set \"%s\" have no segments with contacts; give the option membrane: synapses"
                    .formatted(dataset);
            case SYNAPSES -> "Synapses of data set \"%s\" have no positions".formatted(dataset);
          });
    }
    return borders;
  }

  /// Synapses with a place that an axon makes itself, which are available to others only.
  private static double[][] ownSynapses(Connected connected) {
    var table = connected.read().table();
    double[][] own = new double[connected.axons().length][connected.classes().size()];
    for (int i = 0; i < table.size(); i++) {
      int row = connected.row(table.pre(i));
      if (row >= 0
          && connected.column(i) >= 0
          && table.post(i) != table.pre(i)
          && !Float.isNaN(
              table.positionUm(i, 0) + table.positionUm(i, 1) + table.positionUm(i, 2))) {
        own[row][connected.column(i)]++;
      }
    }
    return own;
  }

  /// Rows of axons that reach any membrane of the classes within a distance.
  int[] reaching(int radius) {
    return available.reaching(radius);
  }

  /// Their counts.
  TargetCounts counts(int[] rows) {
    return choose(counts, rows);
  }

  /// Some rows of counts.
  static TargetCounts choose(TargetCounts counts, int[] rows) {
    int[] kept = rows.clone();
    return counts.select(row -> Arrays.binarySearch(kept, row) >= 0);
  }

  /// Their availabilities.
  double[][] shares(int[] rows, int radius) {
    return IntStream.of(rows)
        .mapToObj(row -> available.shares(row, radius))
        .toArray(double[][]::new);
  }

  Map<String, Object> usage() {
    return connected.usage();
  }
}
