package org.connectarium.graph.edit;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// What an edit does inside its transaction, alone: everybody else who edits or agglomerates
/// waits until it ends.
final class EditTransaction {
  private final Transaction tx;
  private final AgglomerationState state;
  private final Joins joins;

  EditTransaction(Transaction tx) {
    this.tx = tx;
    AgglomerationState.lock(tx);
    state = AgglomerationState.complete(tx);
    state.requireLevels();
    state.lockReaders(tx);
    joins = ChunkHierarchy.joins(tx, state);
  }

  Transaction tx() {
    return tx;
  }

  Joins joins() {
    return joins;
  }

  AgglomerationState state() {
    return state;
  }

  /// @throws GraphException if there is no such segment, or it is in no agglomerate
  Node segment(long id) {
    Node segment = Ancestry.segment(tx, id);
    Ancestry.requireAgglomerate(segment, Ancestry.top(segment));
    return segment;
  }

  List<Node> segments(List<Long> ids) {
    return ids.stream().map(this::segment).toList();
  }

  /// Makes a decision of all changes.
  ///
  /// @throws StillConnected if segments that are joined no more are connected otherwise
  EditResult decide(String kind, List<? extends Change> changes, EditNote note) {
    Node decision = decision(kind, note);
    long number = (long) decision.getProperty("number");
    Map<Pair, Boolean> joinedBefore = new LinkedHashMap<>();
    Set<Node> used = new LinkedHashSet<>();
    for (Change change : changes) {
      Pair pair = change.pair();
      joinedBefore.computeIfAbsent(pair, p -> joins.joined(p.a(), p.b(), Joins.NOW));
      used.add(pair.a());
      used.add(pair.b());
    }
    Naming naming = new Naming(tx, tops(used));
    changes.forEach(change -> change.apply(number));
    List<Pair> joined = new ArrayList<>();
    List<Pair> parted = new ArrayList<>();
    joinedBefore.forEach(
        (pair, before) -> {
          boolean now = joins.joined(pair.a(), pair.b(), Joins.NOW);
          if (now && !before) {
            joined.add(pair);
          } else if (before && !now) {
            parted.add(pair);
          }
        });
    new ChunkHierarchy(tx, state, number).follow(joined, parted);
    parted.forEach(EditTransaction::requireApart);
    used.forEach(segment -> decision.createRelationshipTo(segment, GraphSchema.USED));
    return naming.rename(state, decision, tops(used));
  }

  /// Stores between which segments a decision was asked for.
  void asked(EditResult result, List<Long> sources, List<Long> sinks) {
    Node decision = decisionNode(result.decision());
    decision.setProperty("sources", sources.stream().mapToLong(id -> id).toArray());
    decision.setProperty("sinks", sinks.stream().mapToLong(id -> id).toArray());
  }

  private static Set<Node> tops(Set<Node> segments) {
    Set<Node> tops = new LinkedHashSet<>();
    segments.forEach(segment -> tops.add(Ancestry.top(segment)));
    return tops;
  }

  private static void requireApart(Pair pair) {
    if (Ancestry.top(pair.a()).equals(Ancestry.top(pair.b()))) {
      throw new StillConnected(id(pair.a()), id(pair.b()));
    }
  }

  static long id(Node segment) {
    return (long) segment.getProperty("id");
  }

  private Node decision(String kind, EditNote note) {
    Node decision = tx.createNode(GraphSchema.DECISION);
    decision.setProperty("number", state.newDecision());
    decision.setProperty("kind", kind);
    decision.setProperty("at", ZonedDateTime.now(ZoneOffset.UTC));
    decision.setProperty("by", note.by());
    decision.setProperty("reason", note.reason());
    return decision;
  }

  Node decisionNode(long number) {
    Node decision = tx.findNode(GraphSchema.DECISION, "number", number);
    if (decision == null) {
      throw new GraphException("No decision " + number + "; the latest is " + state.lastDecision());
    }
    return decision;
  }
}
