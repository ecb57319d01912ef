package org.connectarium.graph.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.Ancestry;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/// Changes the agglomeration by single decisions. Each is one transaction of its own: joins,
/// memberships, sizes, lineage and the `(:Decision)` change together or not at all. Ids of
/// agglomerates change with every edit and are never used again.
///
/// Edits wait for each other, so the outcome is that of making them one after the other in the
/// order of their numbers; where the database asks for it, an edit is tried again. Cost: see
/// [org.connectarium.graph.hierarchy.ChunkHierarchy].
public final class Edits {
  private final GraphDatabaseService database;
  private final StopCheck stop;

  /// @param stop asked before each attempt, and while the cut of a split is looked for
  public Edits(GraphDatabaseService database, StopCheck stop) {
    this.database = database;
    this.stop = stop;
  }

  /// Joins two segments, whether they touch or not, and with them their agglomerates.
  ///
  /// @throws GraphException if a segment is not there, or both are in one agglomerate already
  public EditResult merge(long segmentA, long segmentB, EditNote note) {
    return EditTransaction.run(database, stop, edit -> edit.merge(segmentA, segmentB, note), true);
  }

  /// Sets sources and sinks apart where that costs least: by the minimum cut on the strengths of
  /// joins. Where `maxSegments` are not enough to prove one, by the least of the cuts that leave
  /// all beyond them whole.
  ///
  /// @throws GraphException if a segment is not there, or they are not in one agglomerate
  public SplitResult split(SplitOptions options, EditNote note) {
    return new CutSearch(database, stop, edit -> {}, options)
        .make(note, true, (edit, found, result) -> new SplitResult(result, found.proven()));
  }

  /// What [#split] would do; nothing is changed.
  ///
  /// @throws GraphException as [#split]
  public SplitPreview preview(SplitOptions options) {
    return preview(options, edit -> {});
  }

  /// What [#split] would do after other edits; nothing is changed.
  ///
  /// @throws GraphException as [#split]
  public SplitPreview preview(SplitOptions options, Consumer<EditTransaction> before) {
    return new CutSearch(database, stop, before, options)
        .make(
            EditNote.NONE,
            false,
            (edit, found, result) ->
                new SplitPreview(
                    found.cuts().stream().map(CutPlaces::of).toList(),
                    pieces(edit, options),
                    found.proven()));
  }

  /// Takes a decision back, whatever came later, unless that was about the same segments.
  ///
  /// @throws GraphException if there is no such decision, or a later one stands in its way
  public EditResult undo(long decision, EditNote note) {
    return EditTransaction.run(database, stop, edit -> edit.undo(decision, note), true);
  }

  /// Takes the undo of a decision back.
  ///
  /// @throws GraphException if the decision was not undone, or a later one stands in its way
  public EditResult redo(long decision, EditNote note) {
    return EditTransaction.run(database, stop, edit -> edit.redo(decision, note), true);
  }

  private static List<SplitPreview.Piece> pieces(EditTransaction edit, SplitOptions options) {
    Map<Node, SplitPreview.Piece> pieces = new LinkedHashMap<>();
    for (long id : options.all()) {
      Node top = Ancestry.top(edit.segment(id));
      pieces.putIfAbsent(top, SplitPreview.Piece.of(id, top));
    }
    return List.copyOf(pieces.values());
  }
}
