package org.connectarium.graph.edit;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.assembly.ConnectomeUpkeep;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;

/// What edits do inside one transaction, alone: everybody else who edits or agglomerates
/// waits until it ends. Several edits of one transaction see each other.
public final class EditTransaction {
  private static final int ATTEMPTS = 10;

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

  /// Does work in a transaction of its own, again where the database asks for that.
  ///
  /// @param stop asked before each attempt, and again when all others are done
  /// @param commit false: nothing is kept
  /// @throws GraphException what the work throws; or if the disk is full
  public static <T> T run(
      GraphDatabaseService database,
      StopCheck stop,
      Function<EditTransaction, T> work,
      boolean commit) {
    for (int attempt = 1; ; attempt++) {
      stop.check();
      if (commit) {
        DiskSpace.requireRoom(database);
      }
      try (Transaction tx = database.beginTx()) {
        EditTransaction edit = new EditTransaction(tx);
        stop.check(); // it may have waited for long
        T result = work.apply(edit);
        if (commit) {
          tx.commit();
        }
        return result;
      } catch (TransientFailureException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      } catch (TransactionFailureException failure) {
        throw DiskSpace.explained(failure);
      }
    }
  }

  /// The transaction itself, for looking things up after the edits.
  public Transaction tx() {
    return tx;
  }

  /// The number of the latest decision, also if this transaction made it.
  public long lastDecision() {
    return state.lastDecision();
  }

  /// Joins two segments and with them their agglomerates.
  ///
  /// @throws GraphException if a segment is not there, or both are in one agglomerate already
  public EditResult merge(long segmentA, long segmentB, EditNote note) {
    Node a = segment(segmentA);
    Node b = segment(segmentB);
    if (Ancestry.top(a).equals(Ancestry.top(b))) {
      throw new GraphException(
          "Segments %d and %d are in one agglomerate already, %d"
              .formatted(segmentA, segmentB, id(Ancestry.top(a))));
    }
    Pair pair = segmentA < segmentB ? new Pair(a, b) : new Pair(b, a);
    EditResult result = decide("merge", List.of(new Change.Make(pair, true)), note);
    asked(result, List.of(segmentA), List.of(segmentB));
    return result;
  }

  /// Sets sources and sinks apart by cutting these pairs of segments.
  ///
  /// @throws GraphException if a segment is not there, sources and sinks are not in one
  ///     agglomerate, or cutting the pairs does not set them apart
  public EditResult cut(
      List<SegmentPair> pairs, List<Long> sources, List<Long> sinks, EditNote note) {
    requireTogether(segments(sources), segments(sinks));
    List<Change> changes = new ArrayList<>();
    for (SegmentPair pair : pairs) {
      changes.add(new Change.Make(new Pair(segment(pair.low()), segment(pair.high())), false));
    }
    try {
      EditResult result = decide("split", changes, note);
      asked(result, sources, sinks);
      requireApart(sources, sinks);
      return result;
    } catch (StillConnected connected) {
      throw connected.refusal();
    }
  }

  /// Takes a decision back, whatever came later, unless that was about the same segments.
  ///
  /// @throws GraphException if there is no such decision, or a later one stands in its way
  public EditResult undo(long decision, EditNote note) {
    try {
      return Undoing.undo(this, decision, note);
    } catch (StillConnected connected) {
      throw connected.refusal();
    }
  }

  /// Takes the undo of a decision back.
  ///
  /// @throws GraphException if the decision was not undone, or a later one stands in its way
  public EditResult redo(long decision, EditNote note) {
    try {
      return Undoing.redo(this, decision, note);
    } catch (StillConnected connected) {
      throw connected.refusal();
    }
  }

  Joins joins() {
    return joins;
  }

  AgglomerationState state() {
    return state;
  }

  /// The node of a segment.
  ///
  /// @throws GraphException if there is no such segment, or it is in no agglomerate
  public Node segment(long id) {
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
    Set<Node> topsBefore = tops(used);
    Naming naming = new Naming(tx, topsBefore);
    ConnectomeUpkeep connectome = ConnectomeUpkeep.before(tx, topsBefore);
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
    Set<Node> topsAfter = tops(used);
    EditResult result = naming.rename(state, decision, topsAfter);
    connectome.follow(topsAfter);
    return result;
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

  /// @throws GraphException if they are not all in one agglomerate
  static void requireTogether(List<Node> sources, List<Node> sinks) {
    Node first = sources.getFirst();
    Node top = Ancestry.top(first);
    for (Node segment : Stream.concat(sources.stream(), sinks.stream()).toList()) {
      if (!Ancestry.top(segment).equals(top)) {
        throw new GraphException(
            "Segments %d and %d are in different agglomerates; a split needs them in one"
                .formatted(id(first), id(segment)));
      }
    }
  }

  /// @throws StillConnected if a source and a sink are in one agglomerate
  void requireApart(List<Long> sources, List<Long> sinks) {
    for (long source : sources) {
      for (long sink : sinks) {
        requireApart(new Pair(segment(source), segment(sink)));
      }
    }
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
