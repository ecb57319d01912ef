package org.connectarium.graph.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.edit.RandomEdit;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.edit.SplitPreview;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;

/// Random branches beside random decisions of others: what a branch shows is what taking it over
/// makes, and until then nothing of it is seen.
class BranchStormTest {
  private static final int EDGE = 7;
  private static final int BRANCHES = 12;

  @TempDir Path home;

  @Test
  void whatABranchShowsIsWhatTakingItOverMakes() {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      Reef.load(database, EDGE, 3);
      new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(0.7));
      Random random = new Random(7);
      int taken = 0;
      int refused = 0;
      long decisions = 0;
      for (int branch = 0; branch < BRANCHES; branch++) {
        String what = "branch " + branch;
        Branches branches = propose(database, random, what, decisions);
        int others = random.nextInt(3) * 8;
        RandomEdit.storm(database, others, decisions, random);
        decisions += others;
        List<Branches.ProposedEdit> edits = branches.edits(what);
        Map<Long, Set<Long>> before = Invariants.groups(database);
        if (edits.stream().allMatch(edit -> edit.conflict().isEmpty())) {
          takeOver(database, branches, what, before);
          decisions += edits.size();
          taken++;
        } else {
          assertThatThrownBy(() -> branches.takeOver(what, EditNote.NONE))
              .isInstanceOf(GraphException.class)
              .hasMessageContaining("of branch \"" + what + "\" cannot be made: ");
          assertThat(Invariants.groups(database)).as(what).isEqualTo(before);
          branches.drop(what);
          refused++;
        }
        Invariants.check(database, what);
      }
      assertThat(taken).isPositive();
      assertThat(refused).isPositive();
    }
  }

  private static Branches propose(
      GraphDatabaseService database, Random random, String name, long decisions) {
    Map<Long, Set<Long>> before = Invariants.groups(database);
    Branches branches = new Branches(database, StopCheck.NEVER);
    branches.create(name, EditNote.NONE);
    int added = 0;
    while (added < 10) {
      Map<Long, Set<Long>> groups = groups(branches.membership(name));
      try {
        add(branches, name, RandomEdit.choose(random, groups, decisions));
        added++;
      } catch (GraphException refused) {
        assertThat(refused.getMessage()).doesNotContain("\n");
      }
      assertThat(branches.edits(name)).hasSize(added);
    }
    assertThat(Invariants.groups(database)).as("%s is seen by nobody", name).isEqualTo(before);
    return branches;
  }

  private static void add(Branches branches, String name, RandomEdit edit) {
    switch (edit.kind()) {
      case MERGE ->
          branches.merge(name, edit.sources().getFirst(), edit.sinks().getFirst(), EditNote.NONE);
      case SPLIT -> branches.split(name, edit.options(), EditNote.NONE);
      case UNDO -> branches.undo(name, edit.decision(), EditNote.NONE);
      case REDO -> branches.redo(name, edit.decision(), EditNote.NONE);
    }
  }

  private static void takeOver(
      GraphDatabaseService database, Branches branches, String name, Map<Long, Set<Long>> before) {
    Collection<Set<Long>> shown = new HashSet<>(groups(branches.membership(name)).values());
    List<Branches.Change> difference = branches.difference(name);
    List<EditResult> results = branches.takeOver(name, EditNote.NONE);
    Map<Long, Set<Long>> after = Invariants.groups(database);
    assertThat(new HashSet<>(after.values())).as(name).isEqualTo(shown);
    Set<Long> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    assertThat(difference.stream().flatMap(change -> change.before().stream()))
        .as(name)
        .containsExactlyInAnyOrderElementsOf(gone);
    for (Branches.Change change : difference) {
      Set<Long> segments = new HashSet<>();
      for (SplitPreview.Piece piece : change.after()) {
        Set<Long> group =
            after.values().stream()
                .filter(g -> g.contains(piece.segment()))
                .findFirst()
                .orElseThrow();
        assertThat(group).as(name).hasSize((int) piece.segments());
        segments.addAll(group);
      }
      Set<Long> had = new HashSet<>();
      change.before().forEach(id -> had.addAll(before.get(id)));
      assertThat(segments).as(name).isEqualTo(had);
    }
    assertThat(results).hasSize(branches.edits(name).size());
  }

  private static Map<Long, Set<Long>> groups(Membership membership) {
    Map<Long, Set<Long>> groups = new HashMap<>();
    for (int i = 0; i < membership.segmentIds().length; i++) {
      groups
          .computeIfAbsent(membership.agglomerateIds()[i], id -> new HashSet<>())
          .add(membership.segmentIds()[i]);
    }
    return groups;
  }
}
