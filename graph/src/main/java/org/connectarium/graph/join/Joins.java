package org.connectarium.graph.join;

import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.map.mutable.primitive.LongDoubleHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// The segments that a segment is joined to, at a decision: by contacts that satisfy the rule,
/// unless a single join or cut of that pair says otherwise; of several the latest counts.
///
/// Each neighbour comes with the strength of its join, the sum over contacts of *ln(p / (1 − p))*,
/// at least [#WEAKEST]; probabilities above 0.9999 are not believed. Cost: the relationships of
/// the segment.
public final class Joins {
  /// The decision number of everything to come: the present.
  public static final long NOW = Long.MAX_VALUE - 1;

  /// The least strength of a join, so that every join costs something to cut.
  public static final double WEAKEST = 0.01;

  private static final double SUREST = 1 - 1e-4;

  private final Transaction tx;
  private final JoinRule rule;
  private final SameBase sameBase;

  /// Told of one neighbour after the other: its node number and the strength of the join.
  public interface Neighbours {
    void joined(long nodeId, double strength);
  }

  /// Whether two segments were one agglomerate when the agglomeration was made.
  public interface SameBase {
    boolean test(Node a, Node b);
  }

  public Joins(Transaction tx, JoinRule rule, SameBase sameBase) {
    this.tx = tx;
    this.rule = rule;
    this.sameBase = sameBase;
  }

  /// Goes through all neighbours as of `decision`, each once.
  public void of(Node segment, long decision, Neighbours to) {
    LongDoubleHashMap strengths = new LongDoubleHashMap();
    LongLongHashMap latest = new LongLongHashMap();
    long self = NodeId.of(segment);
    boolean admitted = rule.admitsAll() || rule.admits(segment);
    for (Relationship r :
        segment.getRelationships(GraphSchema.CONTACT, GraphSchema.JOINED, GraphSchema.CUT)) {
      long start = NodeId.ofStart(r);
      long other = start == self ? NodeId.ofEnd(r) : start;
      if (r.isType(GraphSchema.CONTACT)) {
        float continuity = rule.continuity(r, admitted);
        boolean face = continuity == JoinRule.FACE;
        if (face
            ? !rule.withinBase() || together(segment, other)
            : continuity >= 0 && fits(segment, other)) {
          strengths.addToValue(other, strength(continuity));
        }
      } else if (PairDecision.holds(r, decision)) {
        long code = PairDecision.code(r);
        latest.put(other, Math.max(code, latest.getIfAbsent(other, Long.MIN_VALUE)));
      }
    }
    latest.forEachKeyValue(
        (other, code) -> {
          if (PairDecision.isJoin(code)) {
            strengths.addToValue(other, strength(1));
          } else {
            strengths.remove(other);
          }
        });
    strengths.forEachKeyValue(to::joined);
  }

  /// True if the two are joined as of `decision`.
  public boolean joined(Node a, Node b, long decision) {
    boolean[] found = {false};
    long wanted = NodeId.of(b);
    of(a, decision, (other, strength) -> found[0] |= other == wanted);
    return found[0];
  }

  private boolean fits(Node segment, long other) {
    if (rule.admitsAll() && !rule.withinBase()) {
      return true;
    }
    return rule.admits(NodeId.node(tx, other)) && (!rule.withinBase() || together(segment, other));
  }

  private boolean together(Node segment, long other) {
    return sameBase.test(segment, NodeId.node(tx, other));
  }

  private static double strength(double continuity) {
    double p = Math.min(continuity, SUREST);
    return p <= 0 ? WEAKEST : Math.max(WEAKEST, Math.log(p / (1 - p)));
  }
}
