package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Ids of agglomerates across an edit: those before are ended and kept as `FormerAgglomerate`,
/// those after get new ones; both hang on the decision.
final class Naming {
  private static final List<String> OF_TOPS = List.of("id", "kind", "run", "since");

  private final Transaction tx;
  private final Map<Node, Before> before = new LinkedHashMap<>();

  /* An agglomerate as it was. */
  private record Before(long id, String kind, int run, long since, Object segments, Object voxels) {
    static Before of(Node top) {
      return new Before(
          (long) top.getProperty("id"),
          (String) top.getProperty("kind"),
          ((Number) top.getProperty("run")).intValue(),
          (long) top.getProperty("since", 0L),
          top.getProperty("segments"),
          top.getProperty("voxels"));
    }

    long size() {
      return ((Number) voxels).longValue();
    }
  }

  Naming(Transaction tx, Set<Node> topsBefore) {
    this.tx = tx;
    topsBefore.forEach(top -> before.put(top, Before.of(top)));
  }

  /// Ends the names before and gives new ones.
  EditResult rename(AgglomerationState state, Node decision, Set<Node> topsAfter) {
    long number = (long) decision.getProperty("number");
    List<Long> ended = new ArrayList<>();
    before.forEach(
        (node, was) -> {
          retire(node, was, decision, number);
          if (!topsAfter.contains(node)) {
            unname(node);
          }
          ended.add(was.id);
        });
    Before largest =
        before.values().stream().max(Comparator.comparingLong(Before::size)).orElseThrow();
    List<Long> made = new ArrayList<>();
    for (Node top : topsAfter) {
      long id = state.newId();
      if (!before.containsKey(top)) {
        top.removeLabel(GraphSchema.PART);
        top.addLabel(GraphSchema.AGGLOMERATE);
      }
      if (!top.hasProperty("key")) {
        top.setProperty("key", id);
      }
      top.setProperty("id", id);
      top.setProperty("kind", largest.kind);
      top.setProperty("run", largest.run);
      top.setProperty("since", number);
      decision.createRelationshipTo(top, GraphSchema.MADE);
      made.add(id);
    }
    ended.sort(null);
    made.sort(null);
    return new EditResult(number, ended, made);
  }

  private void retire(Node node, Before was, Node decision, long number) {
    long key = (long) node.getProperty("key", was.id);
    node.setProperty("key", key);
    Node former = tx.createNode(GraphSchema.FORMER_AGGLOMERATE);
    former.setProperty("id", was.id);
    former.setProperty("kind", was.kind);
    former.setProperty("key", key);
    former.setProperty("since", was.since);
    former.setProperty("until", number);
    former.setProperty("segments", was.segments);
    former.setProperty("voxels", was.voxels);
    former.setProperty("run", was.run);
    former.createRelationshipTo(node, GraphSchema.NAMED);
    decision.createRelationshipTo(former, GraphSchema.ENDED);
    Relationship made = node.getSingleRelationship(GraphSchema.MADE, Direction.INCOMING);
    if (made != null) {
      made.getStartNode().createRelationshipTo(former, GraphSchema.MADE);
      made.delete();
    }
  }

  /* A node that is no top any more: a part of another, or empty. */
  private static void unname(Node node) {
    node.removeLabel(GraphSchema.AGGLOMERATE);
    node.addLabel(
        node.hasRelationship(Direction.INCOMING, GraphSchema.PART_OF)
            ? GraphSchema.PART
            : GraphSchema.FORMER_PART);
    OF_TOPS.forEach(node::removeProperty);
  }
}
