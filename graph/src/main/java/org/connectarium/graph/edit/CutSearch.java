package org.connectarium.graph.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.mincut.MinimumCut;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/// Looks for the minimum cut between sources and sinks in as small a part of their agglomerate as
/// proves it, and makes it.
///
/// A flow through the segments that are read is a flow through the whole, so no cut costs less. A
/// cut among them is a minimum cut of the whole, whatever lies beyond, if it costs no more and
///
/// - leaves all beyond them on one side, which is seen without reading further; what differs flows
///   through the beyond, and the search reads on where that crosses; or
/// - sets sources and sinks apart in the whole, which is seen by making it. That is tried a few
///   times as the region grows, and taken back if they are still connected.
final class CutSearch {
  /*
   * A flow is looked for after each round of reading, so in a large region each round reads some
   * segments on, along strong joins, where the flow would mostly go next. Measured with `bench
   * edits`: a third of the rounds for as many segments read.
   */
  private static final int LARGE = 100;
  private static final int STEPS_ON = 8;
  private static final int TRY_AGAIN_FACTOR = 3;

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final Consumer<EditTransaction> before;
  private final SplitOptions options;
  private @Nullable SplitRegion region; // what is read
  private long regionDecision; // and the decision after which it was

  /// @param stop asked before each attempt and each round of reading
  /// @param before what is done first in each attempt
  CutSearch(
      GraphDatabaseService database,
      StopCheck stop,
      Consumer<EditTransaction> before,
      SplitOptions options) {
    this.database = database;
    this.stop = stop;
    this.before = before;
    this.options = options;
  }

  /// The pairs to cut. `proven` says that no other cut of the agglomerate costs less, `read` how
  /// many segments that took.
  record Found(List<SplitRegion.Cut> cuts, boolean proven, int read) {}

  /// What is made of a cut that is made already.
  interface Use<T> {
    T of(EditTransaction edit, Found found, EditResult result);
  }

  /// Makes the cut and uses it inside its transaction.
  ///
  /// @param commit false: nothing is kept
  /// @throws GraphException if a segment is not there, or they are not in one agglomerate
  <T> T make(EditNote note, boolean commit, Use<T> use) {
    int most = Math.min(LARGE, options.maxSegments());
    while (true) {
      int limit = most;
      Optional<T> done = attempt(edit -> proven(edit, limit), note, commit, use);
      if (done.isPresent()) {
        return done.get();
      }
      if (most == options.maxSegments()) {
        return attempt(edit -> closed(edit, limit), note, commit, use)
            .orElseThrow(() -> new IllegalStateException("A closed cut does not set apart"));
      }
      most = (int) Math.min(options.maxSegments(), (long) TRY_AGAIN_FACTOR * most);
    }
  }

  private interface Search {
    Found in(EditTransaction edit);
  }

  private <T> Optional<T> attempt(Search search, EditNote note, boolean commit, Use<T> use) {
    try {
      return Optional.of(
          EditTransaction.run(
              database,
              stop,
              edit -> {
                before.accept(edit);
                Found found = search.in(edit);
                EditResult result = edit.decide("split", changes(found.cuts), note);
                edit.asked(result, options.sources(), options.sinks());
                edit.requireApart(options.sources(), options.sinks());
                return use.of(edit, found, result);
              },
              commit));
    } catch (StillConnected beyond) {
      return Optional.empty();
    }
  }

  /* A minimum cut of the whole, if it sets apart in the whole. */
  private Found proven(EditTransaction edit, int most) {
    SplitRegion here = region(edit);
    SplitRegion.Closed closed = grow(edit, here, most);
    MinimumCut cut = closed.proven() ? closed.cut() : here.known();
    List<SplitRegion.Cut> pairs = here.pairs(edit, cut);
    if (pairs.isEmpty()) {
      throw new StillConnected(options.sources().getFirst(), options.sinks().getFirst());
    }
    return new Found(pairs, true, here.size());
  }

  /* The least cut of those that leave all beyond the region whole, which always sets apart. */
  private Found closed(EditTransaction edit, int most) {
    SplitRegion here = region(edit);
    SplitRegion.Closed closed = grow(edit, here, most);
    return new Found(here.pairs(edit, closed.cut()), closed.proven(), here.size());
  }

  private SplitRegion region(EditTransaction edit) {
    List<Node> sources = edit.segments(options.sources());
    List<Node> sinks = edit.segments(options.sinks());
    EditTransaction.requireTogether(sources, sinks);
    SplitRegion known = region;
    if (known == null || regionDecision != edit.lastDecision()) {
      known = new SplitRegion(edit, sources, sinks);
      region = known;
      regionDecision = edit.lastDecision();
    }
    return known;
  }

  private SplitRegion.Closed grow(EditTransaction edit, SplitRegion here, int most) {
    SplitRegion.Closed closed = here.closed();
    while (!closed.proven() && here.size() < most) {
      stop.check();
      for (int i : closed.crossed()) {
        if (here.size() < most) {
          here.read(edit, i);
        }
        for (int step = 0; step < STEPS_ON && here.size() >= LARGE && here.size() < most; step++) {
          here.readOn(edit);
        }
      }
      closed = here.closed();
    }
    return closed;
  }

  private static List<Change> changes(List<SplitRegion.Cut> cuts) {
    return cuts.stream().map(cut -> (Change) new Change.Make(inOrder(cut.pair()), false)).toList();
  }

  private static Pair inOrder(Pair p) {
    return EditTransaction.id(p.a()) < EditTransaction.id(p.b()) ? p : new Pair(p.b(), p.a());
  }
}
