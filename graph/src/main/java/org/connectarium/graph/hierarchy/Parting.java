package org.connectarium.graph.hierarchy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.hierarchy.Places.Sums;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Joined pairs that are joined no more: where nodes of one part are not connected in it any
/// longer, the smaller sides become parts of their own, and so on upwards as far as that matters.
final class Parting {
  private final Transaction tx;
  private final Places places;
  private final Joins joins;

  Parting(Transaction tx, Places places, Joins joins) {
    this.tx = tx;
    this.places = places;
    this.joins = joins;
  }

  /// Takes one joined pair off all links that counted it.
  static void unlink(Node partOfA, Node partOfB) {
    Node x = partOfA;
    Node y = partOfB;
    while (!x.equals(y)) {
      Links.add(x, y, -1);
      x = above(x);
      y = above(y);
    }
  }

  private static Node above(Node part) {
    Node up = Ancestry.parent(part);
    if (up == null) {
      throw new IllegalStateException("A link leaves the agglomerate of " + part);
    }
    return up;
  }

  /// Sets the segments of pairs apart as far as they are not connected otherwise. On one level
  /// after the other, the nodes of a part that hold ends of pairs are looked at: any two that are
  /// not connected in it any longer are two such nodes or connected to one. All links are right
  /// when this is called.
  void separate(List<Pair> pairs) {
    Set<Node> suspects = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      suspects.add(pair.a());
      suspects.add(pair.b());
    }
    while (!suspects.isEmpty()) {
      Map<Node, LongHashSet> byPart = new LinkedHashMap<>();
      for (Node suspect : suspects) {
        Node part = Ancestry.parent(suspect);
        if (part != null) {
          byPart.computeIfAbsent(part, p -> new LongHashSet()).add(NodeId.of(suspect));
        }
      }
      byPart.forEach(this::separate);
      suspects = parents(suspects);
    }
  }

  private void separate(Node part, LongHashSet suspects) {
    if (suspects.size() > 1) {
      ManySidedSearch.smallerSets(suspects, neighboursIn(part)).forEach(side -> split(part, side));
    }
  }

  private static Set<Node> parents(Set<Node> nodes) {
    Set<Node> parents = new LinkedHashSet<>();
    for (Node node : nodes) {
      Node parent = Ancestry.parent(node);
      if (parent != null) {
        parents.add(parent);
      }
    }
    return parents;
  }

  /// How to go from child to child inside a part.
  private ManySidedSearch.Steps neighboursIn(Node part) {
    LongHashSet inside = new LongHashSet();
    places.children(part).forEach(child -> inside.add(NodeId.of(child)));
    if (Places.level(part) == 1) {
      return (id, to) ->
          joins.of(
              NodeId.node(tx, id),
              Joins.NOW,
              (other, strength) -> {
                if (inside.contains(other)) {
                  to.accept(other);
                }
              });
    }
    return (id, to) ->
        Links.of(
            NodeId.node(tx, id),
            (other, count) -> {
              if (inside.contains(NodeId.of(other))) {
                to.accept(NodeId.of(other));
              }
            });
  }

  private void split(Node part, LongHashSet side) {
    List<Node> leaving = places.children(part);
    leaving.removeIf(child -> !side.contains(NodeId.of(child)));
    int level = Places.level(part);
    if (level > 1 && leaving.size() == 1 && !Links.any(leaving.getFirst())) {
      Node whole = leaving.getFirst();
      places.detach(whole);
      Places.addUp(part, Sums.of(whole), -1);
      return;
    }
    Node made = places.create(level);
    Sums sums = new Sums(0, 0);
    for (Node child : leaving) {
      sums = sums.plus(Sums.of(child), 1);
      places.move(child, made);
    }
    sums.store(made);
    for (Node child : leaving) {
      takeLinks(child, part, made);
    }
    Node up = Ancestry.parent(part);
    if (up != null && Links.any(made)) {
      Sums.of(part).plus(sums, -1).store(part);
      places.attach(made, up);
    } else {
      Places.addUp(part, sums, -1);
    }
  }

  /// Moves what a child brings to the links of its old part over to those of its new one.
  private void takeLinks(Node child, Node old, Node made) {
    Consumer<Node> one = outside -> give(outside, 1, old, made);
    if (Places.level(made) == 1) {
      joins.of(child, Joins.NOW, (other, strength) -> one.accept(above(NodeId.node(tx, other))));
    } else {
      Links.of(child, (other, count) -> give(above(other), count, old, made));
    }
  }

  private static void give(Node outside, int count, Node old, Node made) {
    if (!outside.equals(old) && !outside.equals(made)) {
      Links.add(old, outside, -count);
      Links.add(made, outside, count);
    }
  }
}
