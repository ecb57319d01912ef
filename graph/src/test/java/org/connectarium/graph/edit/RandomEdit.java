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
public record RandomEdit(Kind kind, List<Long> sources, List<Long> sinks, int most, long decision) {

  /// What it does.
  public enum Kind {
    MERGE,
    SPLIT,
    UNDO,
    REDO
  }

  /// A random choice.
  ///
  /// @param groups what is there: agglomerate id → ids of its segments
  /// @param decisions how many decisions there were
  public static RandomEdit choose(Random random, Map<Long, Set<Long>> groups, long decisions) {
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
    int kind = random.nextInt(10);
    if (kind < 4 || (decisions == 0 && kind >= 8) || splittable.isEmpty()) {
      List<Long> a = List.of(pick(random, all));
      return new RandomEdit(Kind.MERGE, a, List.of(pick(random, all)), 0, 0);
    }
    if (kind < 8) {
      return split(random, List.copyOf(splittable.get(random.nextInt(splittable.size()))));
    }
    long decision = 1L + random.nextInt((int) decisions);
    return new RandomEdit(kind == 8 ? Kind.UNDO : Kind.REDO, List.of(), List.of(), 0, decision);
  }

  private static RandomEdit split(Random random, List<Long> of) {
    List<Long> sources = List.of(pick(random, of), pick(random, of));
    long sink = pick(random, of);
    int most = random.nextInt(4) == 0 ? 2 + random.nextInt(20) : 10_000;
    boolean both = random.nextBoolean() && !sources.contains(sink);
    return new RandomEdit(
        Kind.SPLIT, both ? sources : List.of(other(of, sink)), List.of(sink), most, 0);
  }

  /// Of a split.
  public SplitOptions options() {
    return new SplitOptions(sources, sinks, most);
  }

  /// @throws org.connectarium.graph.GraphException if the edit is refused
  static EditResult next(Random random, Map<Long, Set<Long>> groups, long decisions, Edits edits) {
    RandomEdit edit = choose(random, groups, decisions);
    EditNote note = new EditNote("storm", "random");
    return switch (edit.kind) {
      case MERGE -> edits.merge(edit.sources.getFirst(), edit.sinks.getFirst(), note);
      case SPLIT -> edits.split(edit.options(), note).edit();
      case UNDO -> edits.undo(edit.decision, note);
      case REDO -> edits.redo(edit.decision, note);
    };
  }

  /// Makes so many decisions in a graph without any, not counting edits that are refused.
  public static void storm(GraphDatabaseService database, int decisions, long seed) {
    storm(database, decisions, 0, new Random(seed));
  }

  /// The same after `made` decisions.
  public static void storm(GraphDatabaseService database, int decisions, long made, Random random) {
    Edits edits = new Edits(database, StopCheck.NEVER);
    long last = made;
    while (last < made + decisions) {
      try {
        last = next(random, Invariants.groups(database), last, edits).decision();
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
