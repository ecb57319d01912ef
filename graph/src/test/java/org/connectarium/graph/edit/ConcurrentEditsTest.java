package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;

/// Four editors at once. `-Dconnectarium.edits=N` for more than the usual 60 decisions each.
class ConcurrentEditsTest {
  private static final int EDITORS = 4;
  private static final int EDITS = Integer.getInteger("connectarium.edits", 60);
  private static final long SEED = 44;

  @TempDir Path folder;

  @Test
  void theOutcomeIsThatOfTheDecisionsOneAfterTheOther() throws Exception {
    try (GraphStore store = agglomerated("many");
        GraphStore alone = agglomerated("alone")) {
      List<Long> decisions = editTogether(store.database());
      assertThat(decisions)
          .as("each number once")
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, (long) EDITORS * EDITS).boxed().toList());
      Invariants.check(store.database(), "seed " + SEED);
      for (long number = 1; number <= decisions.size(); number++) {
        Replay.decision(store.database(), alone.database(), number);
      }
      assertThat(sets(alone.database())).as("seed %d", SEED).isEqualTo(sets(store.database()));
    }
  }

  private GraphStore agglomerated(String name) {
    GraphStore store = GraphStore.open(folder.resolve(name));
    Reef.load(store.database(), 7, SEED);
    new Agglomeration(store.database(), StopCheck.NEVER)
        .run(AgglomerationOptions.minContinuity(0.7));
    return store;
  }

  private static Set<Set<Long>> sets(GraphDatabaseService database) {
    return new HashSet<>(Invariants.groups(database).values());
  }

  private static List<Long> editTogether(GraphDatabaseService database) throws Exception {
    List<Long> decisions = new ArrayList<>();
    try (ExecutorService editors = Executors.newFixedThreadPool(EDITORS)) {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int editor = 0; editor < EDITORS; editor++) {
        Random random = new Random(SEED + editor);
        Callable<List<Long>> work = () -> edit(database, random);
        all.add(editors.submit(work));
      }
      for (Future<List<Long>> one : all) {
        decisions.addAll(one.get());
      }
    }
    return decisions;
  }

  private static List<Long> edit(GraphDatabaseService database, Random random) {
    Edits edits = new Edits(database, StopCheck.NEVER);
    List<Long> decisions = new ArrayList<>();
    while (decisions.size() < EDITS) {
      long last = decisions.isEmpty() ? 0 : decisions.getLast();
      try {
        decisions.add(RandomEdit.next(random, Invariants.groups(database), last, edits).decision());
      } catch (GraphException refused) {
        assertThat(refused.getMessage()).doesNotContain("\n");
      }
    }
    return decisions;
  }
}
