package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.connectarium.graph.hierarchy.ChunkLevels.Level;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Writes the levels of all agglomerates from the segments up: nodes with what is part of them,
/// then the links between them, then pairs that are joined though no contact says so.
final class LevelsWriter {
  private final Writes writes;
  private final SegmentGraph graph;
  private final Grouped grouped;
  private final Kinds kinds;
  private final int runKey;

  /// Writes numbered things: all at once, or in ranges.
  interface Writes {
    void write(int things, IntToLongFunction changes, ParallelWrites.Range range);
  }

  LevelsWriter(Writes writes, SegmentGraph graph, Grouped grouped, Kinds kinds, int runKey) {
    this.writes = writes;
    this.graph = graph;
    this.grouped = grouped;
    this.kinds = kinds;
    this.runKey = runKey;
  }

  /* What lies on a level: its nodes, and what they amount to. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(long[] nodes, int[] segments, long[] voxels, boolean[] ofType) {
    static Row empty(int items) {
      return new Row(new long[items], new int[items], new long[items], new boolean[items]);
    }

    void add(int item, Row below, int child) {
      segments[item] += below.segments[child];
      voxels[item] += below.voxels[child];
      ofType[item] |= below.ofType[child];
    }
  }

  /* Children sorted by parent: those of item i are order[start[i]] to just before start[i + 1]. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Children(int[] order, int[] start) {
    static Children of(Level level) {
      int[] start = new int[level.items() + 1];
      for (int p : level.parent()) {
        if (p >= 0) {
          start[p + 1]++;
        }
      }
      Arrays.parallelPrefix(start, Integer::sum);
      int[] next = start.clone();
      int[] order = new int[start[level.items()]];
      for (int i = 0; i < level.parent().length; i++) {
        int p = level.parent()[i];
        if (p >= 0) {
          order[next[p]++] = i;
        }
      }
      return new Children(order, start);
    }
  }

  /// @param counter the first of the counters for ids, in order of component
  void write(List<Level> levels, long counter) {
    int[] one = new int[graph.segments()];
    Arrays.fill(one, 1);
    Row row = new Row(graph.nodeIds(), one, graph.voxels(), graph.ofType());
    for (int k = 0; k < levels.size(); k++) {
      row = writeItems(levels.get(k), k + 1, row, counter);
      writeLinks(levels.get(k), row.nodes);
    }
    writes.write(grouped.extraFrom().length, n -> n, this::join);
  }

  private Row writeItems(Level level, int number, Row below, long counter) {
    Row row = Row.empty(level.items());
    Children children = Children.of(level);
    for (int item = 0; item < level.items(); item++) {
      for (int at = children.start[item]; at < children.start[item + 1]; at++) {
        row.add(item, below, children.order[at]);
      }
    }
    boolean[] whole = level.whole();
    writes.write(
        level.items(),
        n -> (long) n + children.start[n],
        (tx, begin, end) -> {
          for (int item = begin; item < end; item++) {
            Node node = tx.createNode(whole[item] ? GraphSchema.AGGLOMERATE : GraphSchema.PART);
            node.setProperty("level", number);
            node.setProperty("segments", row.segments[item]);
            node.setProperty("voxels", row.voxels[item]);
            if (whole[item]) {
              name(node, row, item, grouped.component()[level.first()[item]], counter);
            }
            for (int at = children.start[item]; at < children.start[item + 1]; at++) {
              NodeId.node(tx, below.nodes[children.order[at]])
                  .createRelationshipTo(node, GraphSchema.PART_OF);
            }
            row.nodes[item] = NodeId.of(node);
          }
        });
    return row;
  }

  private void name(Node node, Row row, int item, int component, long counter) {
    node.setProperty("id", SegmentId.agglomerate(counter + component));
    node.setProperty("kind", kinds.of(component, row.ofType[item], row.voxels[item]));
    node.setProperty("run", runKey);
  }

  private void writeLinks(Level level, long[] nodes) {
    writes.write(
        level.linkA().length,
        n -> n,
        (tx, begin, end) -> {
          for (int k = begin; k < end; k++) {
            NodeId.node(tx, nodes[level.linkA()[k]])
                .createRelationshipTo(NodeId.node(tx, nodes[level.linkB()[k]]), GraphSchema.LINKED)
                .setProperty("joins", level.linkJoins()[k]);
          }
        });
  }

  private void join(Transaction tx, int begin, int end) {
    for (int k = begin; k < end; k++) {
      NodeId.node(tx, graph.nodeIds()[grouped.extraFrom()[k]])
          .createRelationshipTo(
              NodeId.node(tx, graph.nodeIds()[grouped.extraTo()[k]]), GraphSchema.JOINED)
          .setProperty("run", runKey);
    }
  }
}
