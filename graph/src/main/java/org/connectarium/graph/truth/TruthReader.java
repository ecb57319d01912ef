package org.connectarium.graph.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.procedure.NmBox;
import org.connectarium.graph.schema.GraphSchema;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads truth as one transaction sees it. A truth need not be named if it is the only one of its
/// kind.
public final class TruthReader {
  private final Transaction tx;
  private final StopCheck stop;

  public TruthReader(Transaction tx, StopCheck stop) {
    this.tx = tx;
    this.stop = stop;
  }

  /// What segments share with cells: 24 bytes per pair.
  ///
  /// @param box segments whose centroid lies outside are left out
  /// @throws org.connectarium.graph.GraphException if there is no such truth made of cells
  public Overlaps overlaps(Optional<String> truth, Optional<NmBox> box) {
    String name = TruthState.resolve(tx, truth, TruthKind.CELLS);
    LongArrayList segments = new LongArrayList();
    LongArrayList cells = new LongArrayList();
    LongArrayList voxels = new LongArrayList();
    long cellVoxels = 0;
    try (var nodes = tx.findNodes(GraphSchema.TRUTH_CELL, "truth", name)) {
      while (nodes.hasNext()) {
        stop.check();
        Node cell = nodes.next();
        cellVoxels += (long) cell.getProperty("voxels");
        try (var overlaps = cell.getRelationships(Direction.INCOMING, GraphSchema.OVERLAPS)) {
          for (Relationship overlap : overlaps) {
            Node segment = overlap.getStartNode();
            if (box.isEmpty() || isIn(box.get(), segment)) {
              segments.add((long) segment.getProperty("id"));
              cells.add((long) cell.getProperty("id"));
              voxels.add((long) overlap.getProperty("voxels"));
            }
          }
        }
      }
    }
    return new Overlaps(segments.toArray(), cells.toArray(), voxels.toArray(), cellVoxels);
  }

  /// All skeletons, by id: 24 bytes per node.
  ///
  /// @param box nodes outside are left out, and skeletons without a node inside
  /// @throws org.connectarium.graph.GraphException if there is no such truth made of skeletons
  public List<SkeletonRow> skeletons(Optional<String> truth, Optional<NmBox> box) {
    String name = TruthState.resolve(tx, truth, TruthKind.SKELETONS);
    List<SkeletonRow> rows = new ArrayList<>();
    try (var nodes = tx.findNodes(GraphSchema.TRUTH_SKELETON, "truth", name)) {
      while (nodes.hasNext()) {
        stop.check();
        SkeletonRow whole = row(nodes.next());
        SkeletonRow row = box.map(whole::inside).orElse(whole);
        if (row.nodes() > 0) {
          rows.add(row);
        }
      }
    }
    rows.sort((a, b) -> Long.compare(a.id(), b.id()));
    return rows;
  }

  private static SkeletonRow row(Node node) {
    return new SkeletonRow(
        (long) node.getProperty("id"),
        (float[]) node.getProperty("x"),
        (float[]) node.getProperty("y"),
        (float[]) node.getProperty("z"),
        (int[]) node.getProperty("parent"),
        (long[]) node.getProperty("segments"));
  }

  private static boolean isIn(NmBox box, Node segment) {
    return box.contains(
        ((Number) segment.getProperty("x")).doubleValue(),
        ((Number) segment.getProperty("y")).doubleValue(),
        ((Number) segment.getProperty("z")).doubleValue());
  }
}
