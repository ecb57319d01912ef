package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
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

  /// @param stop asked before each attempt
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
  /// joins. Where the neighbourhood that may be looked through is too small for that, by the least
  /// of the cuts inside it.
  ///
  /// @throws GraphException if a segment is not there, they are not in one agglomerate, or there is
  ///     no cut in the neighbourhood
  public EditResult split(SplitOptions options, EditNote note) {
    return new CutSearch(database, stop, edit -> {}, options, true)
        .use(
            (edit, cuts) -> {
              EditResult result = edit.decide("split", changes(cuts), note);
              edit.asked(result, options.sources(), options.sinks());
              return result;
            });
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
    return new CutSearch(database, stop, before, options, false)
        .use(
            (edit, cuts) -> {
              List<SplitPreview.CutPair> pairs = cuts.stream().map(CutPlaces::of).toList();
              edit.decide("split", changes(cuts), EditNote.NONE);
              return new SplitPreview(pairs, pieces(edit, options));
            });
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

  private static List<Change> changes(List<SplitRegion.Cut> cuts) {
    List<Change> changes = new ArrayList<>();
    for (SplitRegion.Cut cut : cuts) {
      Pair p = cut.pair();
      boolean inOrder = EditTransaction.id(p.a()) < EditTransaction.id(p.b());
      changes.add(new Change.Make(inOrder ? p : new Pair(p.b(), p.a()), false));
    }
    return changes;
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
