package org.connectarium.graph.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// `LINKED`: how many joined pairs lie between two parts of the same level in different cubes.
final class Links {
  private Links() {}

  /// Told of one link after the other.
  interface Linked {
    void to(Node other, int joins);
  }

  static void of(Node part, Linked each) {
    for (Relationship r : part.getRelationships(GraphSchema.LINKED)) {
      each.to(r.getOtherNode(part), joins(r));
    }
  }

  static boolean any(Node part) {
    return part.hasRelationship(GraphSchema.LINKED);
  }

  /// Counts joins more or, if negative, less; a link of no joins is removed.
  static void add(Node a, Node b, int joins) {
    Relationship link = find(a, b);
    if (link == null) {
      if (joins < 0) {
        throw new IllegalStateException("No link between " + a + " and " + b);
      }
      a.createRelationshipTo(b, GraphSchema.LINKED).setProperty("joins", joins);
      return;
    }
    int sum = joins(link) + joins;
    if (sum == 0) {
      link.delete();
    } else {
      link.setProperty("joins", sum);
    }
  }

  /// Gives all links of a part to another of its level and cube.
  static void moveAll(Node from, Node to) {
    List<Relationship> links = new ArrayList<>();
    from.getRelationships(GraphSchema.LINKED).forEach(links::add);
    for (Relationship r : links) {
      Node other = r.getOtherNode(from);
      int joins = joins(r);
      r.delete();
      add(to, other, joins);
    }
  }

  private static @Nullable Relationship find(Node a, Node b) {
    for (Relationship r : a.getRelationships(GraphSchema.LINKED)) {
      if (r.getOtherNode(a).equals(b)) {
        return r;
      }
    }
    return null;
  }

  private static int joins(Relationship link) {
    return ((Number) link.getProperty("joins")).intValue();
  }
}
