package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/// Changes the agglomeration by single decisions. Each is one transaction of its own: joins,
/// memberships, sizes, lineage and the `(:Decision)` change together or not at all. Ids of
/// agglomerates change with every edit and are never used again.
///
/// Edits wait for each other, so the outcome is that of making them one after the other in the
/// order of their numbers; where the database asks for it, an edit is tried again. Cost: see
/// [org.connectarium.graph.hierarchy.ChunkHierarchy].
public final class Edits {
  private static final int ATTEMPTS = 10;
  private static final int FIRST_REGION = 100;
  private static final int REGION_FACTOR = 10;

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
    return inTransaction(
        edit -> {
          Node a = edit.segment(segmentA);
          Node b = edit.segment(segmentB);
          if (Ancestry.top(a).equals(Ancestry.top(b))) {
            throw new GraphException(
                "Segments %d and %d are in one agglomerate already, %d"
                    .formatted(segmentA, segmentB, EditTransaction.id(Ancestry.top(a))));
          }
          Pair pair = segmentA < segmentB ? new Pair(a, b) : new Pair(b, a);
          EditResult result = edit.decide("merge", List.of(new Change.Make(pair, true)), note);
          edit.asked(result, List.of(segmentA), List.of(segmentB));
          return result;
        });
  }

  /// Sets sources and sinks apart where that costs least: by the minimum cut on the strengths of
  /// joins. Where the neighbourhood that may be looked through is too small for that, by the least
  /// of the cuts inside it.
  ///
  /// @throws GraphException if a segment is not there, they are not in one agglomerate, or there is
  ///     no cut in the neighbourhood
  public EditResult split(SplitOptions options, EditNote note) {
    return widening(
        options,
        (edit, cuts) -> {
          EditResult result = edit.decide("split", changes(cuts), note);
          edit.asked(result, options.sources(), options.sinks());
          return result;
        },
        true);
  }

  /// What [#split] would do; nothing is changed.
  ///
  /// @throws GraphException as [#split]
  public SplitPreview preview(SplitOptions options) {
    return widening(
        options,
        (edit, cuts) -> {
          List<SplitPreview.CutPair> pairs = cuts.stream().map(CutPlaces::of).toList();
          edit.decide("split", changes(cuts), EditNote.NONE);
          return new SplitPreview(pairs, pieces(edit, options));
        },
        false);
  }

  /// Takes a decision back, whatever came later, unless that was about the same segments.
  ///
  /// @throws GraphException if there is no such decision, or a later one stands in its way
  public EditResult undo(long decision, EditNote note) {
    return inTransaction(edit -> Undoing.undo(edit, decision, note));
  }

  /// Takes the undo of a decision back.
  ///
  /// @throws GraphException if the decision was not undone, or a later one stands in its way
  public EditResult redo(long decision, EditNote note) {
    return inTransaction(edit -> Undoing.redo(edit, decision, note));
  }

  private interface Use<T> {
    T of(EditTransaction edit, List<SplitRegion.Cut> cuts);
  }

  /* The last neighbourhood that was looked at, and the decision that it was looked at after. */
  private static final class Known {
    private @Nullable SplitRegion last;
    private long decision;

    SplitRegion region(EditTransaction edit, List<Node> sources, List<Node> sinks, int limit) {
      long now = edit.state().lastDecision();
      SplitRegion region = last;
      if (region == null || region.limit() != limit || decision != now) {
        region = SplitRegion.around(edit.tx(), edit.joins(), sources, sinks, limit);
        last = region;
        decision = now;
      }
      return region;
    }
  }

  /* Cuts in a neighbourhood that grows until the cut sets sources and sinks apart. */
  private <T> T widening(SplitOptions options, Use<T> use, boolean commit) {
    Known known = new Known();
    for (long limit = FIRST_REGION; limit < options.maxSegments(); limit *= REGION_FACTOR) {
      Optional<T> done = tryToSplit(options, use, commit, (int) limit, false, known);
      if (done.isPresent()) {
        return done.get();
      }
    }
    int most = options.maxSegments();
    return tryToSplit(options, use, commit, most, false, known)
        .or(() -> tryToSplit(options, use, commit, most, true, known))
        .orElseThrow(
            () ->
                new GraphException(
                    ("No cut among the %d segments around sources and sinks sets them apart; give"
                            + " more sources and sinks, or a larger maxSegments")
                        .formatted(most)));
  }

  private <T> Optional<T> tryToSplit(
      SplitOptions options, Use<T> use, boolean commit, int segments, boolean closed, Known known) {
    try {
      return Optional.of(
          inTransaction(
              edit -> {
                T result = use.of(edit, cut(edit, options, segments, closed, known));
                requireApart(edit, options);
                return result;
              },
              commit));
    } catch (StillConnected beyond) {
      return Optional.empty();
    }
  }

  private static List<SplitRegion.Cut> cut(
      EditTransaction edit, SplitOptions options, int limit, boolean closed, Known known) {
    List<Node> sources = edit.segments(options.sources());
    List<Node> sinks = edit.segments(options.sinks());
    Node top = Ancestry.top(sources.getFirst());
    for (List<Node> side : List.of(sources, sinks)) {
      for (Node segment : side) {
        if (!Ancestry.top(segment).equals(top)) {
          throw new GraphException(
              "Segments %d and %d are in different agglomerates; a split needs them in one"
                  .formatted(EditTransaction.id(sources.getFirst()), EditTransaction.id(segment)));
        }
      }
    }
    List<SplitRegion.Cut> cuts =
        known.region(edit, sources, sinks, limit).minimumCut(edit.tx(), closed);
    if (cuts.isEmpty()) {
      throw new StillConnected(options.sources().getFirst(), options.sinks().getFirst());
    }
    return cuts;
  }

  private static void requireApart(EditTransaction edit, SplitOptions options) {
    for (long source : options.sources()) {
      for (long sink : options.sinks()) {
        if (Ancestry.top(edit.segment(source)).equals(Ancestry.top(edit.segment(sink)))) {
          throw new StillConnected(source, sink);
        }
      }
    }
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
    for (List<Long> side : List.of(options.sources(), options.sinks())) {
      for (long id : side) {
        Node top = Ancestry.top(edit.segment(id));
        pieces.putIfAbsent(
            top,
            new SplitPreview.Piece(
                id,
                ((Number) top.getProperty("segments")).longValue(),
                ((Number) top.getProperty("voxels")).longValue()));
      }
    }
    return List.copyOf(pieces.values());
  }

  private <T> T inTransaction(Function<EditTransaction, T> work) {
    try {
      return inTransaction(work, true);
    } catch (StillConnected connected) {
      throw new GraphException(String.valueOf(connected.getMessage()), connected);
    }
  }

  private <T> T inTransaction(Function<EditTransaction, T> work, boolean commit) {
    for (int attempt = 1; ; attempt++) {
      stop.check();
      try (Transaction tx = database.beginTx()) {
        T result = work.apply(new EditTransaction(tx));
        if (commit) {
          tx.commit();
        }
        return result;
      } catch (TransientFailureException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }
}
