package org.connectarium.graph.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Moves nodes from one place to another within one decision: what was before stays known as
/// `WAS_PART_OF`, and the sums of segments and voxels on the way up are kept right.
final class Places {
  private final Transaction tx;
  private final long decision;

  Places(Transaction tx, long decision) {
    this.tx = tx;
    this.decision = decision;
  }

  /// What a node amounts to.
  record Sums(long segments, long voxels) {
    static Sums of(Node node) {
      long voxels = ((Number) node.getProperty("voxels")).longValue();
      return node.hasLabel(GraphSchema.SEGMENT)
          ? new Sums(1, voxels)
          : new Sums(((Number) node.getProperty("segments")).longValue(), voxels);
    }

    Sums plus(Sums other, int sign) {
      return new Sums(segments + sign * other.segments, voxels + sign * other.voxels);
    }

    void store(Node node) {
      node.setProperty("segments", segments);
      node.setProperty("voxels", voxels);
    }
  }

  /// A part with nothing in it.
  Node create(int level) {
    Node part = tx.createNode(GraphSchema.PART);
    part.setProperty("level", level);
    new Sums(0, 0).store(part);
    return part;
  }

  static int level(Node part) {
    return ((Number) part.getProperty("level")).intValue();
  }

  List<Node> children(Node part) {
    List<Node> children = new ArrayList<>();
    for (Relationship r : part.getRelationships(Direction.INCOMING, GraphSchema.PART_OF)) {
      children.add(r.getStartNode());
    }
    return children;
  }

  /// Puts a node that is nowhere into a part; sums are left alone.
  void attach(Node child, Node part) {
    child.createRelationshipTo(part, GraphSchema.PART_OF).setProperty("since", decision);
  }

  /// Takes a node out of where it is, if it is somewhere; sums are left alone.
  void detach(Node child) {
    Relationship part = child.getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    if (part == null) {
      return;
    }
    long since = (long) part.getProperty("since", 0L);
    if (since < decision) {
      Relationship was = child.createRelationshipTo(part.getEndNode(), GraphSchema.WAS_PART_OF);
      was.setProperty("since", since);
      was.setProperty("until", decision);
    }
    part.delete();
  }

  void move(Node child, Node part) {
    detach(child);
    attach(child, part);
  }

  /// Adds to a node and all above it, or subtracts with the sign −1.
  static void addUp(@Nullable Node from, Sums sums, int sign) {
    for (Node node = from; node != null; node = Ancestry.parent(node)) {
      Sums.of(node).plus(sums, sign).store(node);
    }
  }
}
