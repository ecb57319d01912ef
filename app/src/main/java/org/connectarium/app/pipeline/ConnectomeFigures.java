package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.connectarium.analysis.evaluation.ConnectomeMetrics;
import org.connectarium.analysis.evaluation.ConnectomeMetrics.Synapse;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classification.KnownVolume;
import org.connectarium.reconstruction.classification.LabelReader;
import org.connectarium.reconstruction.classification.SynapseTruth;

/// How right the assembled connectome is where cells and the partners of synapses are known.
///
/// @param box of the imported volume
record ConnectomeFigures(Job job, Box box) {
  private static final int BLOCK = 256;
  /* Fewer voxels of a cleft are chance, as in the truth of contacts. */
  private static final int LEAST_VOXELS = 5;

  private static final String SYNAPSES =
      "MATCH (n:Neuron {dataset: '"
          + AgglomerateWork.CONNECTOME
          + "'})-[:PRE]->(s:Synapse)-[:POST]->(m:Neuron)"
          + " RETURN n.id AS pre, m.id AS post, s.x AS x, s.y AS y, s.z AS z";

  /* Where the voxels of a cleft lie. */
  private static final class Cleft {
    private long voxels;
    private double x;
    private double y;
    private double z;
  }

  /// Compares; empty where there is no connectome or no such truth.
  ///
  /// @param cells of the segments
  Optional<ConnectomeMetrics> in(
      WorkspaceGraph graph, Optional<Contingency> cells, Membership membership) throws Exception {
    if (cells.isEmpty() || AgglomerateWork.synapseModel(job).isEmpty()) {
      return Optional.empty();
    }
    try (KnownDataset known = new KnownDataset(job)) {
      Optional<KnownVolume.Synapses> synapses = known.volume().synapses();
      if (synapses.flatMap(KnownVolume.Synapses::partners).isEmpty()) {
        return Optional.empty();
      }
      List<Synapse> truth = truth(synapses.get().clefts(), synapses.get().partners().orElseThrow());
      Map<Long, Long> cellOf = cellOf(cells.get().renamed(membership::of));
      List<Synapse> found = new ArrayList<>();
      for (Map<String, Object> row : graph.rows(SYNAPSES)) {
        double[] at = {voxel(row, "x", 0), voxel(row, "y", 1), voxel(row, "z", 2)};
        if (lies(at, box, 0)) {
          found.add(
              new Synapse(
                  cellOf.getOrDefault(whole(row, "pre"), 0L),
                  cellOf.getOrDefault(whole(row, "post"), 0L),
                  lies(at, job.volume(), SynapseTruth.RIM_NM)));
        }
      }
      return Optional.of(ConnectomeMetrics.of(truth, found));
    }
  }

  private List<Synapse> truth(LabelReader clefts, Map<Long, SynapseTruth.Partners> partners) {
    Map<Long, Cleft> byId = new HashMap<>();
    for (Box block : box.blocks(BLOCK, BLOCK, BLOCK)) {
      long[] ids = clefts.read(block);
      int i = 0;
      for (long z = block.z0(); z < block.z1(); z++) {
        for (long y = block.y0(); y < block.y1(); y++) {
          for (long x = block.x0(); x < block.x1(); x++, i++) {
            if (ids[i] != 0) {
              Cleft cleft = byId.computeIfAbsent(ids[i], id -> new Cleft());
              cleft.voxels++;
              cleft.x += x;
              cleft.y += y;
              cleft.z += z;
            }
          }
        }
      }
    }
    List<Synapse> truth = new ArrayList<>();
    byId.forEach(
        (id, cleft) -> {
          SynapseTruth.Partners of = partners.get(id);
          if (of != null && cleft.voxels >= LEAST_VOXELS) {
            double n = cleft.voxels;
            double[] at = {cleft.x / n, cleft.y / n, cleft.z / n};
            boolean core = lies(at, job.volume(), SynapseTruth.RIM_NM);
            truth.add(new Synapse(of.pre(), of.post(), core));
          }
        });
    return truth;
  }

  /* The cell that most voxels of each agglomerate are of. */
  private static Map<Long, Long> cellOf(Contingency table) {
    Map<Long, Contingency.Overlap> most = new HashMap<>();
    for (Contingency.Overlap overlap : table.overlaps()) {
      most.merge(overlap.segment(), overlap, (a, b) -> b.voxels() > a.voxels() ? b : a);
    }
    Map<Long, Long> cellOf = new HashMap<>();
    most.forEach((agglomerate, overlap) -> cellOf.put(agglomerate, overlap.truth()));
    return cellOf;
  }

  private boolean lies(double[] voxel, Box inside, double marginNm) {
    VoxelSize v = job.dataset().voxelSize();
    return voxel[0] >= inside.x0() + marginNm / v.xNm()
        && voxel[0] < inside.x1() - marginNm / v.xNm()
        && voxel[1] >= inside.y0() + marginNm / v.yNm()
        && voxel[1] < inside.y1() - marginNm / v.yNm()
        && voxel[2] >= inside.z0() + marginNm / v.zNm()
        && voxel[2] < inside.z1() - marginNm / v.zNm();
  }

  private double voxel(Map<String, Object> row, String axis, int number) {
    VoxelSize v = job.dataset().voxelSize();
    double size = number == 0 ? v.xNm() : number == 1 ? v.yNm() : v.zNm();
    return ((Number) Objects.requireNonNull(row.get(axis))).doubleValue() / size
        - job.offset().get(number);
  }

  private static long whole(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column))).longValue();
  }
}
