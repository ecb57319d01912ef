package org.connectarium.analysis.evaluation.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.connectarium.analysis.evaluation.ContactMetrics;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.analysis.evaluation.SkeletonNodes;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.SegmentGraph;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.procedure.NmBox;
import org.connectarium.graph.truth.Overlaps;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.graph.truth.TruthReader;
import org.neo4j.graphdb.Transaction;

/// How good the segments and agglomerates of a graph are, against truth that is stored there, and
/// how two agglomerations differ. Reads one transaction and writes nothing.
///
/// - `truth`: name of a truth; empty = the only one of its kind
/// - `box`: region; segments count by their centroid, nodes of skeletons by their position
/// - memory: 24 bytes per overlap and some 50 for its table; 24 per node of a skeleton; for
///   contacts as an agglomeration
public final class GraphEvaluation {
  private final Transaction tx;
  private final StopCheck stop;
  private final TruthReader truths;

  public GraphEvaluation(Transaction tx, StopCheck stop) {
    this.tx = tx;
    this.stop = stop;
    this.truths = new TruthReader(tx, stop);
  }

  /// Compares with the cells of a volume, voxel by voxel: the same figures as from the volumes.
  /// Coverage is what was compared, as a share of all voxels of the truth.
  ///
  /// @param group name of the group of each segment, such as its agglomerate; the segment itself
  ///     for segments alone
  public SegmentationMetrics volume(
      Optional<String> truth, Optional<NmBox> box, LongUnaryOperator group) {
    return SegmentationMetrics.of(table(truth, box).renamed(group));
  }

  /// Follows skeletons through groups of segments.
  ///
  /// @param minNodes as in [SkeletonMetrics]
  public SkeletonMetrics skeletons(
      Optional<String> truth, Optional<NmBox> box, long minNodes, LongUnaryOperator group) {
    List<SkeletonRow> rows = truths.skeletons(truth, box);
    int n = rows.stream().mapToInt(SkeletonRow::nodes).sum();
    SkeletonNodes nodes = new SkeletonNodes(new int[n], new int[n], new double[n], new long[n]);
    int first = 0;
    for (int s = 0; s < rows.size(); s++) {
      SkeletonRow row = rows.get(s);
      for (int i = 0; i < row.nodes(); i++) {
        nodes.skeleton()[first + i] = s;
        nodes.parent()[first + i] = row.parent()[i] < 0 ? -1 : first + row.parent()[i];
        nodes.edgeUm()[first + i] = row.edgeUm(i);
        nodes.segment()[first + i] = group.applyAsLong(row.segmentIds()[i]);
      }
      first += row.nodes();
    }
    return SkeletonMetrics.of(nodes, minNodes);
  }

  /// Compares what contacts join with the cells of a volume; a segment belongs to the cell that it
  /// shares most voxels with, of equal ones the lower id. Contacts at block faces
  /// count like others.
  public ContactMetrics contacts(
      Optional<String> truth, Optional<NmBox> box, LongUnaryOperator group) {
    SegmentGraph graph = SegmentGraph.read(tx, AgglomerationOptions.minContinuity(0), stop);
    long[] agglomerate = Arrays.stream(graph.ids()).map(group).toArray();
    long[] cell = majority(graph.ids(), truths.overlaps(truth, box));
    return ContactMetrics.of(graph.from(), graph.to(), cell, agglomerate);
  }

  /// Compares the partitions that thresholds on the continuity would make, the highest first.
  ///
  /// @param minContinuity falling thresholds
  /// @param options the other thresholds
  Stream<ThresholdCurve.Point> thresholds(
      Optional<String> truth,
      Optional<NmBox> box,
      DoubleStream minContinuity,
      AgglomerationOptions options) {
    ThresholdCurve curve =
        new ThresholdCurve(SegmentGraph.read(tx, options, stop), table(truth, box));
    return minContinuity.mapToObj(
        threshold -> {
          stop.check();
          return curve.at(threshold);
        });
  }

  /// Compares groups of segments, voxel by voxel, with the agglomerates that other thresholds would
  /// make; the latter stand for the truth. Segments that are in no group are left out.
  public SegmentationMetrics compare(LongUnaryOperator group, AgglomerationOptions other) {
    SegmentGraph graph = SegmentGraph.read(tx, other, stop);
    int[] component = graph.components(stop);
    Contingency table = new Contingency();
    for (int i = 0; i < component.length; i++) {
      table.add(group.applyAsLong(graph.ids()[i]), component[i] + 1L, graph.voxels()[i]);
    }
    return SegmentationMetrics.of(table);
  }

  /// Compares two groupings of all segments, voxel by voxel; the second stands for the truth.
  /// Segments that are in no group of one are left out.
  SegmentationMetrics compare(LongUnaryOperator group, LongUnaryOperator truth) {
    SegmentGraph graph = SegmentGraph.read(tx, AgglomerationOptions.minContinuity(1), stop);
    Contingency table = new Contingency();
    for (int i = 0; i < graph.segments(); i++) {
      long id = graph.ids()[i];
      table.add(group.applyAsLong(id), truth.applyAsLong(id), graph.voxels()[i]);
    }
    return SegmentationMetrics.of(table);
  }

  private Contingency table(Optional<String> truth, Optional<NmBox> box) {
    Overlaps overlaps = truths.overlaps(truth, box);
    Contingency table = new Contingency();
    for (int i = 0; i < overlaps.voxels().length; i++) {
      table.add(overlaps.segmentIds()[i], overlaps.cellIds()[i], overlaps.voxels()[i]);
    }
    // the rest is background, of whatever cell: it counts in the coverage only
    table.add(0, 1, overlaps.cellVoxels() - Arrays.stream(overlaps.voxels()).sum());
    return table;
  }

  private static long[] majority(long[] ids, Overlaps overlaps) {
    long[] cell = new long[ids.length];
    long[] most = new long[ids.length];
    for (int i = 0; i < overlaps.voxels().length; i++) {
      int at = Arrays.binarySearch(ids, overlaps.segmentIds()[i]);
      long voxels = overlaps.voxels()[i];
      long id = overlaps.cellIds()[i];
      if (voxels > most[at] || (voxels == most[at] && id < cell[at])) {
        most[at] = voxels;
        cell[at] = id;
      }
    }
    return cell;
  }
}
