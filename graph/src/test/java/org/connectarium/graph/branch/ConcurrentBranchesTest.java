package org.connectarium.graph.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;

/// Several people at one branch, others who edit meanwhile, and two who take it over at once.
@Timeout(120)
class ConcurrentBranchesTest {
  private static final int EDITS_EACH = 12;

  @TempDir Path home;

  @Test
  void nobodyWaitsForEverAndEachEditIsMadeOnce() throws Exception {
    try (GraphStore store = GraphStore.open(home);
        var threads = Executors.newFixedThreadPool(4)) {
      GraphDatabaseService database = store.database();
      Reef.load(database, 6, 3);
      new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(1));
      List<Long> apart = new ArrayList<>(); // a segment of each agglomerate
      Invariants.groups(database).values().forEach(group -> apart.add(Collections.min(group)));
      Branches branches = new Branches(database, StopCheck.NEVER);
      branches.create("shared", EditNote.NONE);
      List<Callable<List<Long>>> work = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        List<Long> mine = part(apart, person);
        work.add(() -> propose(branches, mine));
      }
      work.add(() -> edit(database, part(apart, 3)));
      List<Long> numbers = new ArrayList<>();
      for (Future<List<Long>> done : threads.invokeAll(work)) {
        numbers.addAll(done.get());
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, 3 * EDITS_EACH).boxed().toList());
      Callable<Integer> takeOver = () -> branches.takeOver("shared", EditNote.NONE).size();
      int taken = 0;
      int refused = 0;
      for (Future<Integer> done : threads.invokeAll(List.of(takeOver, takeOver))) {
        try {
          taken += done.get();
        } catch (ExecutionException second) {
          assertThat(second)
              .hasCauseInstanceOf(GraphException.class)
              .hasMessageContaining("was taken over");
          refused++;
        }
      }
      assertThat(taken).isEqualTo(3 * EDITS_EACH);
      assertThat(refused).isEqualTo(1);
      Invariants.check(database, "taken over");
      assertThat(Invariants.groups(database)).hasSize(apart.size() - 4 * EDITS_EACH);
    }
  }

  private static List<Long> part(List<Long> segments, int person) {
    return segments.subList(person * 2 * EDITS_EACH, (person + 1) * 2 * EDITS_EACH);
  }

  /* Every two of them are to be one. */
  private static List<Long> propose(Branches branches, List<Long> segments) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < segments.size(); i += 2) {
      numbers.add(branches.merge("shared", segments.get(i), segments.get(i + 1), EditNote.NONE));
    }
    return numbers;
  }

  private static List<Long> edit(GraphDatabaseService database, List<Long> segments) {
    Edits edits = new Edits(database, StopCheck.NEVER);
    for (int i = 0; i < segments.size(); i += 2) {
      edits.merge(segments.get(i), segments.get(i + 1), EditNote.NONE);
    }
    return List.of();
  }
}
