package org.connectarium.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// An edit to be timed, by the sizes of what it touches.
enum EditKind {
  MERGE_INTO_GIANT,
  MERGE_SMALL,
  SPLIT_GIANT,
  SPLIT_SMALL;

  /* Small: about a hundred segments, so far as there are such. */
  private static final int SMALL_FROM = 20;
  private static final int SMALL_TO = 500;
  private static final int TRIES = 2_000;
  private static final int STEPS = 6;

  /// Two segments to join or to set apart.
  record Segments(long a, long b) {}

  String label() {
    return switch (this) {
      case MERGE_INTO_GIANT -> "merge into the giant";
      case MERGE_SMALL -> "merge of small ones";
      case SPLIT_GIANT -> "split of the giant";
      case SPLIT_SMALL -> "split of a small one";
    };
  }

  boolean isMerge() {
    return this == MERGE_INTO_GIANT || this == MERGE_SMALL;
  }

  /// Segments for such an edit, by trying segments at random.
  Optional<Segments> find(Transaction tx, SyntheticGraph graph, Random random) {
    for (int i = 0; i < TRIES; i++) {
      long id = graph.segmentId(random.nextLong(graph.segments()));
      Node segment = tx.findNode(GraphSchema.SEGMENT, "id", id);
      Optional<Segments> found =
          isMerge() ? neighbour(segment, graph) : walk(tx, segment, graph, random);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// How many segments the agglomerate above a node has.
  static long size(Node below) {
    return ((Number) Ancestry.top(below).getProperty("segments")).longValue();
  }

  private static boolean isSmall(Node segment) {
    long size = size(segment);
    return size >= SMALL_FROM && size <= SMALL_TO;
  }

  private static boolean isGiant(Node segment, SyntheticGraph graph) {
    return size(segment) > graph.segments() / 4;
  }

  private Optional<Segments> neighbour(Node segment, SyntheticGraph graph) {
    if (this == MERGE_SMALL ? !isSmall(segment) : size(segment) > SMALL_TO) {
      return Optional.empty();
    }
    for (Relationship contact : segment.getRelationships(GraphSchema.CONTACT)) {
      Node other = contact.getOtherNode(segment);
      boolean fits =
          this == MERGE_SMALL
              ? size(other) <= SMALL_TO && !Ancestry.top(other).equals(Ancestry.top(segment))
              : isGiant(other, graph);
      if (fits) {
        return Optional.of(new Segments(id(segment), id(other)));
      }
    }
    return Optional.empty();
  }

  private Optional<Segments> walk(
      Transaction tx, Node segment, SyntheticGraph graph, Random random) {
    if (this == SPLIT_SMALL ? !isSmall(segment) : !isGiant(segment, graph)) {
      return Optional.empty();
    }
    Joins joins = ChunkHierarchy.joins(tx, AgglomerationState.complete(tx));
    Node at = segment;
    for (int step = 0; step < STEPS; step++) {
      List<Long> next = new ArrayList<>();
      joins.of(at, Joins.NOW, (node, strength) -> next.add(node));
      at = NodeId.node(tx, next.get(random.nextInt(next.size())));
    }
    return at.equals(segment) ? Optional.empty() : Optional.of(new Segments(id(segment), id(at)));
  }

  private static long id(Node segment) {
    return (long) segment.getProperty("id");
  }
}
