package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.PartitionOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Many random edits, each state checked by slow and obvious ways and asked for again at the end.
class EditStormTest {
  private static final int EDGE = 9;
  private static final int EDITS = 120;
  private static final int CHECK_EVERY = 10;

  @TempDir Path home;

  @Test
  void everyStateIsRightAndCanBeAskedForLater() {
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), EDGE, 5);
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.72));
      storm(store.database(), 11);
    }
  }

  @Test
  void editsOfAPartitionToo() {
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), EDGE, 6);
      new Agglomeration(store.database(), StopCheck.NEVER).run(PartitionOptions.DEFAULT);
      storm(store.database(), 12);
    }
  }

  private static void storm(GraphDatabaseService database, long seed) {
    Random random = new Random(seed);
    Edits edits = new Edits(database, StopCheck.NEVER);
    Invariants.check(database, "seed " + seed + " at the start");
    List<Map<Long, Set<Long>>> states = new ArrayList<>();
    states.add(Invariants.groups(database));
    Set<Long> used = new HashSet<>(states.getFirst().keySet());
    int refused = 0;
    for (int tries = 0; states.size() <= EDITS; tries++) {
      String what = "seed %d, edit %d, try %d".formatted(seed, states.size(), tries);
      try {
        EditResult result = RandomEdit.next(random, states.getLast(), states.size() - 1, edits);
        Map<Long, Set<Long>> after = Invariants.groups(database);
        checkResult(what, states.getLast(), after, result);
        assertThat(used).as("%s: new ids", what).doesNotContainAnyElementsOf(result.made());
        used.addAll(result.made());
        states.add(after);
      } catch (GraphException conflict) {
        refused++;
        assertThat(Invariants.groups(database))
            .as("%s changed nothing", what)
            .isEqualTo(states.getLast());
        assertThat(conflict.getMessage()).doesNotContain("\n");
      }
      if (tries % CHECK_EVERY == 0) {
        Invariants.check(database, what);
      }
    }
    Invariants.check(database, "seed " + seed + " at the end");
    assertThat(refused)
        .as("seed %d: some edits are refused, not all", seed)
        .isBetween(1, 20 * EDITS);
    checkPast(database, states, seed);
  }

  private static void checkResult(
      String what, Map<Long, Set<Long>> before, Map<Long, Set<Long>> after, EditResult result) {
    Set<Long> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    Set<Long> come = new TreeSet<>(after.keySet());
    come.removeAll(before.keySet());
    assertThat(result.ended()).as("%s: ended", what).containsExactlyElementsOf(gone);
    assertThat(result.made()).as("%s: made", what).containsExactlyElementsOf(come);
    after.forEach(
        (id, segments) -> {
          if (before.containsKey(id)) {
            assertThat(segments).as("%s: untouched %d", what, id).isEqualTo(before.get(id));
          }
        });
  }

  private static void checkPast(
      GraphDatabaseService database, List<Map<Long, Set<Long>>> states, long seed) {
    try (Transaction tx = database.beginTx()) {
      History history = new History(tx);
      for (int decision = 0; decision < states.size(); decision += 7) {
        for (Map.Entry<Long, Set<Long>> group : states.get(decision).entrySet()) {
          String what = "seed %d, state %d".formatted(seed, decision);
          for (long segment : group.getValue()) {
            assertThat(history.agglomerate(segment, decision)).as(what).isEqualTo(group.getKey());
          }
          assertThat(history.members(group.getKey()))
              .as(what)
              .containsExactly(group.getValue().stream().mapToLong(s -> s).toArray());
        }
      }
      checkMemberships(history, states, seed);
      checkJoins(history, states, seed);
      checkDifferences(history, states, seed);
    }
  }

  private static void checkMemberships(
      History history, List<Map<Long, Set<Long>>> states, long seed) {
    for (int decision = 0; decision < states.size(); decision += 11) {
      Membership membership = history.membership(decision, StopCheck.NEVER);
      Map<Long, Set<Long>> groups = new TreeMap<>();
      for (int i = 0; i < membership.segmentIds().length; i++) {
        groups
            .computeIfAbsent(membership.agglomerateIds()[i], id -> new TreeSet<>())
            .add(membership.segmentIds()[i]);
      }
      assertThat(groups)
          .as("seed %d, membership after %d", seed, decision)
          .isEqualTo(states.get(decision));
    }
  }

  private static void checkJoins(History history, List<Map<Long, Set<Long>>> states, long seed) {
    for (int decision = 0; decision < states.size(); decision += 30) {
      states
          .get(decision)
          .forEach(
              (id, segments) -> {
                Set<Long> reached = new HashSet<>(Set.of(segments.iterator().next()));
                List<History.JoinedPair> pairs = history.joins(id);
                for (int round = 0; round < segments.size(); round++) {
                  for (History.JoinedPair pair : pairs) {
                    if (reached.contains(pair.low()) || reached.contains(pair.high())) {
                      reached.add(pair.low());
                      reached.add(pair.high());
                    }
                  }
                  if (reached.size() == segments.size()) {
                    break;
                  }
                }
                assertThat(reached)
                    .as("seed %d: joins hold %d together", seed, id)
                    .isEqualTo(segments);
              });
    }
  }

  private static void checkDifferences(
      History history, List<Map<Long, Set<Long>>> states, long seed) {
    for (int from = 0; from < states.size(); from += 13) {
      for (int to = from; to < states.size(); to += 17) {
        Map<Long, Set<Long>> before = states.get(from);
        Map<Long, Set<Long>> after = states.get(to);
        Set<Long> changed = new TreeSet<>(before.keySet());
        changed.removeAll(after.keySet());
        Set<Long> named = new TreeSet<>();
        for (Difference.Group group : history.difference(from, to)) {
          assertThat(union(before, group.before()))
              .as("seed %d, %d to %d", seed, from, to)
              .isEqualTo(union(after, group.after()));
          named.addAll(group.before());
        }
        assertThat(named).as("seed %d, %d to %d", seed, from, to).isEqualTo(changed);
      }
    }
  }

  private static Set<Long> union(Map<Long, Set<Long>> groups, List<Long> ids) {
    Set<Long> union = new TreeSet<>();
    ids.forEach(id -> union.addAll(groups.getOrDefault(id, Set.of())));
    return union;
  }
}
