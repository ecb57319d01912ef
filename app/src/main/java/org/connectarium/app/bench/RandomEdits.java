package org.connectarium.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.SplitOptions;
import org.connectarium.graph.store.GraphStore;
import org.neo4j.graphdb.Transaction;

/// Edits at random places of a [LoadedGraph], every other of them undone at once; their times by
/// kind.
final class RandomEdits {
  private static final EditNote NOTE = new EditNote("bench", "");

  private final GraphStore store;
  private final SyntheticGraph graph;
  private final Random random;
  private final Latencies latencies;
  private final Edits edits;
  private long decisions;
  private long refused;

  RandomEdits(GraphStore store, SyntheticGraph graph, Random random, Latencies latencies) {
    this.store = store;
    this.graph = graph;
    this.random = random;
    this.latencies = latencies;
    edits = new Edits(store.database(), StopCheck.NEVER);
  }

  /// The number of the last decision, 0 if there was none.
  long decisions() {
    return decisions;
  }

  /// How many edits were refused.
  long refused() {
    return refused;
  }

  /// One edit of each kind.
  void round() {
    for (EditKind kind : EditKind.values()) {
      edit(kind);
    }
  }

  private void edit(EditKind kind) {
    Optional<EditKind.Segments> found;
    try (Transaction tx = store.database().beginTx()) {
      found = kind.find(tx, graph, random);
    }
    if (found.isEmpty()) {
      return;
    }
    try {
      EditKind.Segments s = found.get();
      EditResult result = latencies.time(kind.label(), () -> make(kind, s));
      decisions = result.decision();
      if (random.nextBoolean()) {
        String undo = "undo of a " + kind.label();
        decisions = latencies.time(undo, () -> edits.undo(result.decision(), NOTE)).decision();
      }
    } catch (GraphException conflict) {
      refused++;
    }
  }

  private EditResult make(EditKind kind, EditKind.Segments s) {
    return kind.isMerge()
        ? edits.merge(s.a(), s.b(), NOTE)
        : edits.split(new SplitOptions(List.of(s.a()), List.of(s.b())), NOTE).edit();
  }
}
