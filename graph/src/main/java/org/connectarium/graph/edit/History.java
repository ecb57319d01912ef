package org.connectarium.graph.edit;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.hierarchy.TopValues;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/// The states that edits left behind: which agglomerate a segment was in after a decision, what
/// an agglomerate consisted of and how it was joined while it was there, and what became of what.
///
/// The state of decision d is that just after it; earlier than the last agglomeration there is
/// none. Edits wait while one is open; it is closed with its transaction at the latest.
public final class History implements AutoCloseable {
  /* Ordered by the key too, though it is one, so that the index gives the order: a large
  agglomerate has as many former names as decisions. */
  static final String NAME_AT =
      "MATCH (f:FormerAgglomerate) WHERE f.key = $key AND f.until > $decision"
          + " WITH f ORDER BY f.key, f.until LIMIT 1 RETURN f.id AS id";
  static final String DECISION_AT =
      "MATCH (d:Decision) WHERE d.at <= $at RETURN d.number AS number ORDER BY d.at DESC LIMIT 1";

  private final Transaction tx;
  private final AgglomerationState state;
  private final Lock still;

  /// @throws GraphException if there is no complete agglomeration
  public History(Transaction tx) {
    this.tx = tx;
    state = AgglomerationState.complete(tx);
    state.requireLevels();
    still = state.still(tx);
  }

  /// Lets edits go on, which wait while this is open.
  @Override
  public void close() {
    still.release();
  }

  /// Two segments that are joined.
  public record JoinedPair(long low, long high, double strength) {}

  /// A decision in the past of an agglomerate.
  public record Step(
      long decision,
      String kind,
      ZonedDateTime at,
      String by,
      String reason,
      List<Long> ended,
      List<Long> made) {}

  /// The number of the latest decision at a time; that of the agglomeration if there is none.
  public long decisionAt(ZonedDateTime at) {
    try (var found = tx.execute(DECISION_AT, Map.of("at", at))) {
      return found.hasNext() ? Math.max(state.base(), number(found, "number")) : state.base();
    }
  }

  /// The agglomerate that a segment was in.
  ///
  /// @throws GraphException if the segment or the state is not there
  public long agglomerate(long segmentId, long decision) {
    requireKept(decision);
    Node segment = Ancestry.segment(tx, segmentId);
    Node top = Ancestry.topAt(segment, decision);
    Ancestry.requireAgglomerate(segment, top);
    return name(top, decision);
  }

  /// The agglomerate that each segment was in; segments loaded later are left out. Each part is
  /// climbed once.
  ///
  /// @throws GraphException if the state is not there
  public Membership membership(long decision, StopCheck stop) {
    requireKept(decision);
    TopValues names = new TopValues(decision, top -> name(top, decision));
    LongLongHashMap agglomerates = new LongLongHashMap();
    try (var segments = tx.findNodes(GraphSchema.SEGMENT)) {
      while (segments.hasNext()) {
        Node segment = segments.next();
        stop.check();
        names
            .above(segment)
            .ifPresent(name -> agglomerates.put((long) segment.getProperty("id"), name));
      }
    }
    long[] ids = agglomerates.keySet().toSortedArray();
    return new Membership(ids, LongStream.of(ids).map(agglomerates::get).toArray());
  }

  private long name(Node top, long decision) {
    if (top.hasLabel(GraphSchema.AGGLOMERATE) && (long) top.getProperty("since", 0L) <= decision) {
      return (long) top.getProperty("id");
    }
    Map<String, Object> asked = Map.of("key", top.getProperty("key"), "decision", decision);
    try (var found = tx.execute(NAME_AT, asked)) {
      return number(found, "id");
    }
  }

  private static long number(Result found, String column) {
    return (long) Objects.requireNonNull(found.next().get(column));
  }

  /// Ascending ids of the segments of an agglomerate, of now or of the past.
  ///
  /// @throws GraphException if no agglomerate ever had the id since the last agglomeration
  public long[] members(long agglomerateId) {
    Lifetime lifetime = lifetime(agglomerateId);
    LongArrayList ids = new LongArrayList();
    Ancestry.segmentsAt(
        lifetime.top, lifetime.decision, segment -> ids.add((long) segment.getProperty("id")));
    return ids.toSortedArray();
  }

  /// The joined pairs inside an agglomerate, of now or of the past, in ascending order.
  ///
  /// @throws GraphException if no agglomerate ever had the id since the last agglomeration
  public List<JoinedPair> joins(long agglomerateId) {
    Lifetime lifetime = lifetime(agglomerateId);
    Joins joins = ChunkHierarchy.joins(tx, state);
    List<JoinedPair> pairs = new ArrayList<>();
    Ancestry.segmentsAt(
        lifetime.top,
        lifetime.decision,
        segment -> {
          long id = (long) segment.getProperty("id");
          joins.of(
              segment,
              lifetime.decision,
              (other, strength) -> {
                long otherId = (long) NodeId.node(tx, other).getProperty("id");
                if (id < otherId) {
                  pairs.add(new JoinedPair(id, otherId, strength));
                }
              });
        });
    pairs.sort(
        (p, q) -> p.low != q.low ? Long.compare(p.low, q.low) : Long.compare(p.high, q.high));
    return pairs;
  }

  /* The node that stands for an agglomerate, and a decision after which it did. */
  private record Lifetime(Node top, long decision) {}

  private Lifetime lifetime(long agglomerateId) {
    Node now = tx.findNode(GraphSchema.AGGLOMERATE, "id", agglomerateId);
    if (now != null) {
      return new Lifetime(now, Joins.NOW);
    }
    Node former = former(agglomerateId);
    Relationship named = former.getSingleRelationship(GraphSchema.NAMED, Direction.OUTGOING);
    return new Lifetime(named.getEndNode(), (long) former.getProperty("until") - 1);
  }

  private Node former(long agglomerateId) {
    Node former = tx.findNode(GraphSchema.FORMER_AGGLOMERATE, "id", agglomerateId);
    if (former == null) {
      throw new GraphException(
          "No agglomerate " + agglomerateId + ", now or since the last agglomeration");
    }
    return former;
  }

  /// The decisions that led to an agglomerate, the latest first.
  ///
  /// @throws GraphException if no agglomerate ever had the id since the last agglomeration
  public List<Step> lineage(long agglomerateId) {
    Node now = tx.findNode(GraphSchema.AGGLOMERATE, "id", agglomerateId);
    Deque<Node> open = new ArrayDeque<>();
    open.add(now != null ? now : former(agglomerateId));
    Set<Node> seen = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    while (!open.isEmpty()) {
      Relationship made = open.remove().getSingleRelationship(GraphSchema.MADE, Direction.INCOMING);
      if (made != null && seen.add(made.getStartNode())) {
        Node decision = made.getStartNode();
        steps.add(step(decision));
        for (Relationship r : decision.getRelationships(Direction.OUTGOING, GraphSchema.ENDED)) {
          open.add(r.getEndNode());
        }
      }
    }
    steps.sort((a, b) -> Long.compare(b.decision, a.decision));
    return steps;
  }

  private static Step step(Node decision) {
    return new Step(
        (long) decision.getProperty("number"),
        (String) decision.getProperty("kind"),
        (ZonedDateTime) decision.getProperty("at"),
        (String) decision.getProperty("by"),
        (String) decision.getProperty("reason"),
        ids(decision, GraphSchema.ENDED),
        ids(decision, GraphSchema.MADE));
  }

  private static List<Long> ids(Node decision, RelationshipType type) {
    List<Long> ids = new ArrayList<>();
    for (Relationship r : decision.getRelationships(Direction.OUTGOING, type)) {
      ids.add((long) r.getEndNode().getProperty("id"));
    }
    ids.sort(null);
    return ids;
  }

  /// What changed from one decision to a later one, as [Difference] says.
  public List<Difference.Group> difference(long from, long to) {
    requireKept(from);
    if (to < from || to > state.lastDecision()) {
      throw new GraphException(
          "The later decision must be %d…%d but was %d".formatted(from, state.lastDecision(), to));
    }
    List<EditResult> steps = new ArrayList<>();
    for (long number = from + 1; number <= to; number++) {
      Node decision = tx.findNode(GraphSchema.DECISION, "number", number);
      if (decision != null) {
        steps.add(
            new EditResult(
                number, ids(decision, GraphSchema.ENDED), ids(decision, GraphSchema.MADE)));
      }
    }
    return Difference.of(steps);
  }

  private void requireKept(long decision) {
    if (decision < state.base() || decision > state.lastDecision()) {
      throw new GraphException(
          "There is no state of decision %d; kept are those from %d (the last agglomeration) to %d"
              .formatted(decision, state.base(), state.lastDecision()));
    }
  }
}
