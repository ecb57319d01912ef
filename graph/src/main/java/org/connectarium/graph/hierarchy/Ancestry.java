package org.connectarium.graph.hierarchy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// The way up from a segment to its agglomerate, and down again, now or at a past decision.
/// Cost: the levels, and how often the nodes on the way have changed their place since.
public final class Ancestry {
  private Ancestry() {}

  /// The segment of an id.
  ///
  /// @throws GraphException if there is none
  public static Node segment(Transaction tx, long id) {
    Node segment = tx.findNode(GraphSchema.SEGMENT, "id", id);
    if (segment == null) {
      throw new GraphException("No segment " + id + " in the graph");
    }
    return segment;
  }

  /// Refuses a segment that is its own top.
  ///
  /// @throws GraphException if it is
  public static void requireAgglomerate(Node segment, Node top) {
    if (top.equals(segment)) {
      throw new GraphException(
          "Segment %d was loaded after the last agglomeration; run it again"
              .formatted((long) segment.getProperty("id")));
    }
  }

  /// What a node is part of now, null at the top.
  static @Nullable Node parent(Node node) {
    Relationship part = node.getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    return part == null ? null : part.getEndNode();
  }

  /// The top above a node now: the agglomerate. A segment that is in none is its own top.
  public static Node top(Node node) {
    Node top = node;
    for (Node up = parent(top); up != null; up = parent(top)) {
      top = up;
    }
    return top;
  }

  /// The node that was the top above a segment just after a decision.
  public static Node topAt(Node segment, long decision) {
    Node top = segment;
    for (Node up = parentAt(top, decision); up != null; up = parentAt(top, decision)) {
      top = up;
    }
    return top;
  }

  /// What a node was part of just after a decision, null at the top.
  static @Nullable Node parentAt(Node node, long decision) {
    Relationship now = node.getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    if (now != null && (long) now.getProperty("since", 0L) <= decision) {
      return now.getEndNode();
    }
    for (Relationship was : node.getRelationships(Direction.OUTGOING, GraphSchema.WAS_PART_OF)) {
      if (held(was, decision)) {
        return was.getEndNode();
      }
    }
    return null;
  }

  private static boolean held(Relationship was, long decision) {
    return (long) was.getProperty("since", 0L) <= decision
        && decision < (long) was.getProperty("until");
  }

  /// Goes through the segments that are below a node just after a decision; of the present,
  /// [org.connectarium.graph.join.Joins#NOW].
  public static void segmentsAt(Node top, long decision, Consumer<Node> to) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node.hasLabel(GraphSchema.SEGMENT)) {
        to.accept(node);
      } else {
        pushChildren(node, decision, open);
      }
    }
  }

  private static void pushChildren(Node node, long decision, Deque<Node> open) {
    for (Relationship part : node.getRelationships(Direction.INCOMING, GraphSchema.PART_OF)) {
      if ((long) part.getProperty("since", 0L) <= decision) {
        open.push(part.getStartNode());
      }
    }
    if (decision != Joins.NOW) {
      for (Relationship was : node.getRelationships(Direction.INCOMING, GraphSchema.WAS_PART_OF)) {
        if (held(was, decision)) {
          open.push(was.getStartNode());
        }
      }
    }
  }
}
