package org.connectarium.graph.truth;

import java.util.List;
import org.connectarium.graph.sink.RunRow;

/// The single writes that a [TruthSink] is made of, each committed when it returns.
public interface TruthWrites {
  /// What removes the rows of `$truth`; each statement commits on its own.
  List<String> REMOVAL =
      List.of(
          "MATCH (:TruthCell {truth: $truth})<-[o:OVERLAPS]-()"
              + " CALL (o) { DELETE o } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (c:TruthCell {truth: $truth})"
              + " CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (:TruthSkeleton {truth: $truth})-[p:PASSES]->()"
              + " CALL (p) { DELETE p } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:TruthSkeleton {truth: $truth})"
              + " CALL (s) { DELETE s } IN TRANSACTIONS OF 1000 ROWS");

  /// What removes the node of `$truth` itself.
  String REMOVAL_OF_NODE = "MATCH (t:Truth {id: $truth}) DELETE t";

  /// Marks a truth as being written and removes what it had.
  void begin(String truth, TruthKind kind, RunRow run);

  /// Adds cells of a truth that was begun.
  void cells(String truth, List<CellRow> rows);

  /// Adds what cells that were added share with segments. Rows of segment 0 add nothing.
  void overlaps(String truth, List<OverlapRow> rows);

  /// Adds skeletons to a truth that was begun.
  void skeletons(String truth, List<SkeletonRow> rows);

  /// Marks a truth as written to its end.
  void complete(String truth);

  /// Removes a truth, if it is there.
  void remove(String truth);
}
