package org.connectarium.graph.join;

import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// What was decided about one pair of segments: a relationship `JOINED` or `CUT` that holds from
/// the decision `since` to just before `until`. Those of the agglomeration itself have no `since`.
public final class PairDecision {
  private PairDecision() {}

  /// Decides about a pair from `decision` on.
  public static void make(Node a, Node b, boolean join, long decision) {
    a.createRelationshipTo(b, join ? GraphSchema.JOINED : GraphSchema.CUT)
        .setProperty("since", decision);
  }

  /// Ends what was decided.
  public static void end(Relationship decided, long decision) {
    decided.setProperty("until", decision);
  }

  /// True if it says that the pair is joined, false if cut.
  public static boolean isJoin(Relationship decided) {
    return decided.isType(GraphSchema.JOINED);
  }

  /// True if it was decided by an edit, not by the agglomeration.
  public static boolean isOfPeople(Relationship decided) {
    return decided.hasProperty("since");
  }

  /// True if it holds as of `decision`.
  public static boolean holds(Relationship r, long decision) {
    return since(r) <= decision && decision < until(r);
  }

  public static long since(Relationship r) {
    return (long) r.getProperty("since", 0L);
  }

  /// The decision that ended it, beyond all decisions if it still holds.
  public static long until(Relationship r) {
    return (long) r.getProperty("until", Long.MAX_VALUE);
  }

  /// Orders what was decided about a pair: the larger code is later.
  static long code(Relationship r) {
    return since(r) * 2 + (r.isType(GraphSchema.JOINED) ? 1 : 0);
  }

  static boolean isJoin(long code) {
    return (code & 1) == 1;
  }
}
