package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.neo4j.graphdb.GraphDatabaseService;

/// A random merge, split, undo or redo.
public final class RandomEdit {
  private RandomEdit() {}

  /// @param groups what is there: agglomerate id → ids of its segments
  /// @param decisions how many decisions there were
  /// @throws org.connectarium.graph.GraphException if the edit is refused
  static EditResult next(Random random, Map<Long, Set<Long>> groups, long decisions, Edits edits) {
    List<Long> all = new ArrayList<>();
    List<Set<Long>> splittable = new ArrayList<>();
    groups
        .values()
        .forEach(
            segments -> {
              all.addAll(segments);
              if (segments.size() > 2) {
                splittable.add(segments);
              }
            });
    EditNote note = new EditNote("storm", "random");
    int kind = random.nextInt(10);
    if (kind < 4 || (decisions == 0 && kind >= 8) || splittable.isEmpty()) {
      return edits.merge(pick(random, all), pick(random, all), note);
    }
    if (kind < 8) {
      List<Long> of = List.copyOf(splittable.get(random.nextInt(splittable.size())));
      List<Long> sources = List.of(pick(random, of), pick(random, of));
      long sink = pick(random, of);
      int most = random.nextInt(4) == 0 ? 2 + random.nextInt(20) : 10_000;
      return edits.split(
          new SplitOptions(
              random.nextBoolean() && !sources.contains(sink) ? sources : List.of(other(of, sink)),
              List.of(sink),
              most),
          note);
    }
    long decision = 1L + random.nextInt((int) decisions);
    return kind == 8 ? edits.undo(decision, note) : edits.redo(decision, note);
  }

  /// Makes so many decisions, not counting edits that are refused.
  public static void storm(GraphDatabaseService database, int decisions, long seed) {
    Random random = new Random(seed);
    Edits edits = new Edits(database, StopCheck.NEVER);
    long made = 0;
    while (made < decisions) {
      try {
        made = next(random, Invariants.groups(database), made, edits).decision();
      } catch (GraphException refused) {
        assertThat(refused.getMessage()).doesNotContain("\n");
      }
    }
  }

  private static long pick(Random random, List<Long> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static long other(List<Long> of, long than) {
    return of.get(0) == than ? of.get(1) : of.get(0);
  }
}
