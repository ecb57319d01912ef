package org.connectarium.graph.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// The way of truth into a graph whose segments are loaded. Each truth has a name; storing one
/// replaces the truth of that name, so doing it again changes nothing.
///
/// Transactions are bounded and committed here. A truth whose writing was interrupted is marked
/// and cannot be read until it was stored again. Clearing the segmentation removes all truth.
public final class TruthSink {
  private static final int ROWS_PER_TRANSACTION = 5_000;

  private final TruthWrites writes;

  /// Into a graph in the same process.
  public TruthSink(GraphDatabaseService database) {
    this(new EmbeddedTruthWrites(database));
  }

  /// Into a graph that is written to in another way.
  public TruthSink(TruthWrites writes) {
    this.writes = writes;
  }

  /// Stores a labelled volume as the voxels that its cells share with segments, and those that
  /// they share with none.
  ///
  /// @param overlaps each pair once, in any order
  /// @throws GraphException if a segment is not loaded
  public void cells(String truth, RunRow run, List<OverlapRow> overlaps) {
    List<OverlapRow> byCell =
        overlaps.stream()
            .sorted(
                Comparator.comparingLong(OverlapRow::cellId)
                    .thenComparingLong(OverlapRow::segmentId))
            .toList();
    List<CellRow> cells = cellsOf(byCell);
    writes.begin(truth, TruthKind.CELLS, run);
    for (int begin = 0; begin < cells.size(); begin += ROWS_PER_TRANSACTION) {
      writes.cells(truth, part(cells, begin));
    }
    for (int begin = 0; begin < byCell.size(); begin += ROWS_PER_TRANSACTION) {
      writes.overlaps(truth, part(byCell, begin));
    }
    writes.complete(truth);
  }

  /// Stores skeletons with the segments that they pass.
  ///
  /// @throws GraphException if a segment is not loaded
  public void skeletons(String truth, RunRow run, List<SkeletonRow> skeletons) {
    writes.begin(truth, TruthKind.SKELETONS, run);
    int begin = 0;
    while (begin < skeletons.size()) {
      int end = begin;
      for (int nodes = 0; end < skeletons.size() && nodes < ROWS_PER_TRANSACTION; end++) {
        nodes += skeletons.get(end).nodes();
      }
      writes.skeletons(truth, skeletons.subList(begin, end));
      begin = end;
    }
    writes.complete(truth);
  }

  /// Removes a truth, if it is there.
  public void remove(String truth) {
    writes.remove(truth);
  }

  /* Each cell with the sum of its voxels, in the order of the rows. */
  private static List<CellRow> cellsOf(List<OverlapRow> byCell) {
    List<CellRow> cells = new ArrayList<>();
    for (int begin = 0; begin < byCell.size(); ) {
      long id = byCell.get(begin).cellId();
      long voxels = 0;
      int end = begin;
      for (; end < byCell.size() && byCell.get(end).cellId() == id; end++) {
        voxels += byCell.get(end).voxels();
      }
      cells.add(new CellRow(id, voxels));
      begin = end;
    }
    return cells;
  }

  private static <R> List<R> part(List<R> rows, int begin) {
    return rows.subList(begin, Math.min(rows.size(), begin + ROWS_PER_TRANSACTION));
  }
}
