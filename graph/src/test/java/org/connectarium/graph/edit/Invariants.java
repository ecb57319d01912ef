package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkGrid;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// What holds in every state, by slow and obvious ways.
public final class Invariants {
  private Invariants() {}

  /// Segments grouped by joins alone: agglomerates are its components; parts, sums and links are
  /// recounted.
  public static void check(GraphDatabaseService database, String what) {
    try (Transaction tx = database.beginTx()) {
      AgglomerationState state = AgglomerationState.complete(tx);
      Joins joins = ChunkHierarchy.joins(tx, state);
      List<Node> segments = all(tx, GraphSchema.SEGMENT);
      Map<Node, Set<Node>> neighbours = new HashMap<>();
      for (Node segment : segments) {
        Set<Node> of = new HashSet<>();
        joins.of(segment, Joins.NOW, (other, strength) -> of.add(NodeId.node(tx, other)));
        neighbours.put(segment, of);
      }
      Map<Node, Node> components = components(segments, neighbours);
      Map<Node, Node> topOfComponent = new HashMap<>();
      Set<Node> tops = new HashSet<>();
      for (Node segment : segments) {
        Node top = Ancestry.top(segment);
        Node component = Objects.requireNonNull(components.get(segment));
        assertThat(topOfComponent.computeIfAbsent(component, c -> top))
            .as("%s: one agglomerate for joined segments", what)
            .isEqualTo(top);
        tops.add(top);
      }
      assertThat(tops)
          .as("%s: agglomerates", what)
          .hasSize(new HashSet<>(components.values()).size());
      assertThat(new HashSet<>(all(tx, GraphSchema.AGGLOMERATE)))
          .as("%s: labels", what)
          .isEqualTo(tops);
      recount(tx, segments, neighbours, what);
    }
  }

  private static Map<Node, Node> components(List<Node> segments, Map<Node, Set<Node>> neighbours) {
    Map<Node, Node> component = new HashMap<>();
    for (Node start : segments) {
      List<Node> open = new ArrayList<>(List.of(start));
      while (!open.isEmpty()) {
        Node node = open.removeLast();
        if (component.putIfAbsent(node, start) == null) {
          open.addAll(Objects.requireNonNull(neighbours.get(node)));
        }
      }
    }
    return component;
  }

  private static void recount(
      Transaction tx, List<Node> segments, Map<Node, Set<Node>> neighbours, String what) {
    Map<Node, long[]> sums = new HashMap<>();
    Map<Set<Node>, Integer> links = new HashMap<>();
    for (Node segment : segments) {
      int level = 0;
      for (Node up : path(segment)) {
        long[] sum = sums.computeIfAbsent(up, n -> new long[2]);
        sum[0]++;
        sum[1] += ((Number) segment.getProperty("voxels")).longValue();
        assertThat(up.getProperty("level")).as("%s: level", what).isEqualTo(++level);
      }
      for (Node other : Objects.requireNonNull(neighbours.get(segment))) {
        List<Node> a = path(segment);
        List<Node> b = path(other);
        for (int k = 0; !a.get(k).equals(b.get(k)); k++) {
          links.merge(Set.of(a.get(k), b.get(k)), 1, Integer::sum);
        }
      }
    }
    sums.forEach(
        (node, sum) -> {
          assertThat(((Number) node.getProperty("segments")).longValue())
              .as("%s: segments", what)
              .isEqualTo(sum[0]);
          assertThat(((Number) node.getProperty("voxels")).longValue())
              .as("%s: voxels", what)
              .isEqualTo(sum[1]);
          assertThat(node.hasLabel(GraphSchema.PART) ^ node.hasLabel(GraphSchema.AGGLOMERATE))
              .as("%s: one label", what)
              .isTrue();
        });
    Set<Node> current = new HashSet<>(all(tx, GraphSchema.PART));
    current.addAll(all(tx, GraphSchema.AGGLOMERATE));
    assertThat(current).as("%s: no empty parts", what).isEqualTo(sums.keySet());
    Map<Set<Node>, Integer> stored = new HashMap<>();
    try (var all = tx.findRelationships(GraphSchema.LINKED)) {
      for (Relationship r : (Iterable<Relationship>) () -> all) {
        stored.put(
            Set.of(r.getStartNode(), r.getEndNode()),
            2 * ((Number) r.getProperty("joins")).intValue());
      }
    }
    assertThat(stored).as("%s: links", what).isEqualTo(links);
    cubes(segments, what, AgglomerationState.complete(tx).grid());
  }

  private static void cubes(List<Node> segments, String what, ChunkGrid grid) {
    Map<Node, Long> chunk = new HashMap<>();
    for (Node segment : segments) {
      long own =
          grid.chunk(
              ((Number) segment.getProperty("x")).doubleValue(),
              ((Number) segment.getProperty("y")).doubleValue(),
              ((Number) segment.getProperty("z")).doubleValue());
      int level = 0;
      for (Node up : path(segment)) {
        long first = chunk.computeIfAbsent(up, n -> own);
        assertThat(ChunkGrid.sameCube(first, own, ++level)).as("%s: one cube", what).isTrue();
      }
    }
  }

  private static List<Node> path(Node segment) {
    List<Node> path = new ArrayList<>();
    Relationship up = segment.getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    while (up != null) {
      path.add(up.getEndNode());
      up = up.getEndNode().getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    }
    return path;
  }

  private static List<Node> all(Transaction tx, Label label) {
    try (var nodes = tx.findNodes(label)) {
      return nodes.stream().toList();
    }
  }

  /// Agglomerate id → ids of its segments.
  public static Map<Long, Set<Long>> groups(GraphDatabaseService database) {
    Map<Long, Set<Long>> groups = new TreeMap<>();
    try (Transaction tx = database.beginTx()) {
      AgglomerationState.complete(tx).still(tx);
      for (Node segment : all(tx, GraphSchema.SEGMENT)) {
        long top = (long) Ancestry.top(segment).getProperty("id");
        groups.computeIfAbsent(top, t -> new TreeSet<>()).add((long) segment.getProperty("id"));
      }
    }
    return groups;
  }
}
