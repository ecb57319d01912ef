package org.connectarium.graph.assembly;

import java.util.HashMap;
import java.util.Map;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// The interface of an axon and a spine head: all contacts between them, synaptic or not.
final class SpineInterface {
  private final Map<Node, Long> tops = new HashMap<>();

  /// The sum of the areas of all contacts of the segments of a head that are of one agglomerate
  /// with those of another one.
  ///
  /// @param head the `(:SpineHead)`
  /// @param pre handle of the agglomerate of the axon
  /// @param post handle of that of the head
  double areaUm2(Node head, long pre, long post) {
    DoubleArrayList areas = new DoubleArrayList();
    for (Relationship in : head.getRelationships(Direction.INCOMING, GraphSchema.IN_HEAD)) {
      Node segment = in.getStartNode();
      if (top(segment) == post) {
        for (Relationship contact : segment.getRelationships(GraphSchema.CONTACT)) {
          if (top(contact.getOtherNode(segment)) == pre) {
            areas.add(((Number) contact.getProperty("areaUm2")).doubleValue());
          }
        }
      }
    }
    return areas.sortThis().sum(); // in one order, whatever that of the store
  }

  private long top(Node segment) {
    return tops.computeIfAbsent(segment, s -> NodeId.of(Ancestry.top(s)));
  }
}
