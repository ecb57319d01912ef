package org.connectarium.graph.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/// Looks for the cut of a split in a neighbourhood that grows until the cut sets sources and sinks
/// apart in the whole agglomerate.
final class CutSearch {
  private static final int FIRST_REGION = 100;
  private static final int REGION_FACTOR = 10;

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final Consumer<EditTransaction> before;
  private final SplitOptions options;
  private final boolean commit;
  private @Nullable SplitRegion region; // the last that was looked at
  private long regionDecision; // and the decision after which that was

  /// @param before what is done first in each attempt
  CutSearch(
      GraphDatabaseService database,
      StopCheck stop,
      Consumer<EditTransaction> before,
      SplitOptions options,
      boolean commit) {
    this.database = database;
    this.stop = stop;
    this.before = before;
    this.options = options;
    this.commit = commit;
  }

  /// What is made of a cut.
  interface Use<T> {
    T of(EditTransaction edit, List<SplitRegion.Cut> cuts);
  }

  /// Uses the first cut that sets apart, inside its transaction.
  ///
  /// @throws GraphException if a segment is not there, they are not in one agglomerate, or there is
  ///     no cut in the largest neighbourhood
  <T> T use(Use<T> use) {
    for (long limit = FIRST_REGION; limit < options.maxSegments(); limit *= REGION_FACTOR) {
      Optional<T> done = attempt(use, (int) limit, false);
      if (done.isPresent()) {
        return done.get();
      }
    }
    int most = options.maxSegments();
    return attempt(use, most, false)
        .or(() -> attempt(use, most, true))
        .orElseThrow(
            () ->
                new GraphException(
                    ("No cut among the %d segments around sources and sinks sets them apart; give"
                            + " more sources and sinks, or a larger maxSegments")
                        .formatted(most)));
  }

  private <T> Optional<T> attempt(Use<T> use, int limit, boolean closed) {
    try {
      return Optional.of(
          EditTransaction.run(
              database,
              stop,
              edit -> {
                before.accept(edit);
                T result = use.of(edit, cuts(edit, limit, closed));
                edit.requireApart(options.sources(), options.sinks());
                return result;
              },
              commit));
    } catch (StillConnected beyond) {
      return Optional.empty();
    }
  }

  private List<SplitRegion.Cut> cuts(EditTransaction edit, int limit, boolean closed) {
    List<Node> sources = edit.segments(options.sources());
    List<Node> sinks = edit.segments(options.sinks());
    EditTransaction.requireTogether(sources, sinks);
    List<SplitRegion.Cut> cuts = region(edit, sources, sinks, limit).minimumCut(edit.tx(), closed);
    if (cuts.isEmpty()) {
      throw new StillConnected(options.sources().getFirst(), options.sinks().getFirst());
    }
    return cuts;
  }

  private SplitRegion region(
      EditTransaction edit, List<Node> sources, List<Node> sinks, int limit) {
    SplitRegion known = region;
    if (known == null || known.limit() != limit || regionDecision != edit.lastDecision()) {
      known = SplitRegion.around(edit.tx(), edit.joins(), sources, sinks, limit);
      region = known;
      regionDecision = edit.lastDecision();
    }
    return known;
  }
}
