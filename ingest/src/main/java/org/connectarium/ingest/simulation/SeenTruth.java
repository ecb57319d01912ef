package org.connectarium.ingest.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.connectarium.ingest.microscope.Microscope;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Synapses and skeletons where they are seen in the images, cut at a box.
final class SeenTruth {
  private final KnownTissue tissue;
  private final Microscope microscope;
  private final VoxelSize voxelSize;

  SeenTruth(KnownTissue tissue, Microscope microscope, VoxelSize voxelSize) {
    this.tissue = tissue;
    this.microscope = microscope;
    this.voxelSize = voxelSize;
  }

  /// The synapses whose middle is seen in a box, by id.
  List<SynapseTruth> synapses(Box box) {
    List<SynapseTruth> seen = new ArrayList<>();
    for (SynapseTruth s : tissue.synapses(microscope.tissueOf(box), voxelSize)) {
      double[] at = microscope.seenAt(s.xNm(), s.yNm(), s.zNm());
      if (isIn(box, at)) {
        seen.add(s.at(at[0], at[1], at[2]));
      }
    }
    seen.sort((a, b) -> Long.compare(a.id(), b.id()));
    return seen;
  }

  /// The skeletons that are seen in a box, by neurite; parts outside are left out. Each is cut when
  /// it is asked for.
  Stream<Skeleton> skeletons(Box box) {
    return tissue.skeletons(microscope.tissueOf(box), voxelSize).stream()
        .sorted(Comparator.comparingLong(Skeleton::neuriteId))
        .map(skeleton -> inside(skeleton, box))
        .filter(skeleton -> skeleton.parent().length > 0);
  }

  /* Parents before children, as SWC wants it. */
  private Skeleton inside(Skeleton s, Box box) {
    int n = s.parent().length;
    int[] kept = new int[n];
    Arrays.fill(kept, -1);
    double[] x = new double[n];
    double[] y = new double[n];
    double[] z = new double[n];
    float[] radius = new float[n];
    int[] parent = new int[n];
    int count = 0;
    for (int i : parentsFirst(s.parent())) {
      double[] at = microscope.seenAt(s.xNm()[i], s.yNm()[i], s.zNm()[i]);
      if (isIn(box, at)) {
        x[count] = at[0];
        y[count] = at[1];
        z[count] = at[2];
        radius[count] = s.radiusNm()[i];
        parent[count] = s.parent()[i] < 0 ? -1 : kept[s.parent()[i]];
        kept[i] = count++;
      }
    }
    return new Skeleton(
        s.neuriteId(),
        Arrays.copyOf(x, count),
        Arrays.copyOf(y, count),
        Arrays.copyOf(z, count),
        Arrays.copyOf(radius, count),
        Arrays.copyOf(parent, count));
  }

  /// An order of nodes in which each comes after its parent.
  static int[] parentsFirst(int[] parent) {
    int n = parent.length;
    int[] order = new int[n];
    boolean[] placed = new boolean[n];
    int[] chain = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      int length = 0;
      for (int node = i; node >= 0 && !placed[node]; node = parent[node]) {
        placed[node] = true;
        chain[length++] = node;
      }
      while (length > 0) {
        order[count++] = chain[--length];
      }
    }
    return order;
  }

  private boolean isIn(Box box, double[] xyzNm) {
    return box.contains(
        (long) Math.rint(xyzNm[0] / voxelSize.xNm()),
        (long) Math.rint(xyzNm[1] / voxelSize.yNm()),
        (long) Math.rint(xyzNm[2] / voxelSize.zNm()));
  }
}
