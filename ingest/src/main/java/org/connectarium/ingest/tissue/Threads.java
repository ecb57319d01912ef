package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Collects the strands of one neurite from several tiles into one skeleton, cut to a box. Strands
/// of neighbouring tiles share the node on the face between them.
final class Threads {
  private record Place(double x, double y, double z) {}

  private final long id;
  private final List<double[]> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final Map<Place, Integer> byPlace = new HashMap<>();

  private Threads(long id) {
    this.id = id;
  }

  static void collect(TilePlan plan, Box box, VoxelSize v, Map<Long, Threads> found) {
    List<int[]> numbers = new ArrayList<>();
    for (Strand s : plan.strands()) {
      long id = plan.neurites().get(s.object()).id();
      Threads threads = found.computeIfAbsent(id, Threads::new);
      int root = s.trunk() < 0 ? -1 : numbers.get(s.trunk())[s.trunkNode()];
      numbers.add(threads.add(s, root, box, v));
    }
  }

  /// Adds a strand that hangs on no other one.
  static void collect(long id, Strand s, Box box, VoxelSize v, Map<Long, Threads> found) {
    found.computeIfAbsent(id, Threads::new).add(s, -1, box, v);
  }

  /* Numbers of the nodes, −1 for those outside the box. */
  private int[] add(Strand s, int root, Box box, VoxelSize v) {
    int[] number = new int[s.nodes()];
    int before = root;
    for (int i = 0; i < s.nodes(); i++) {
      double x = s.x()[i];
      double y = s.y()[i];
      double z = s.z()[i];
      if (!Tissue.holds(box, v, x, y, z)) {
        number[i] = -1;
        before = -1;
        continue;
      }
      Place place = new Place(x, y, z);
      Integer known = byPlace.get(place);
      if (known == null) {
        known = nodes.size();
        byPlace.put(place, known);
        nodes.add(new double[] {x, y, z, s.radiusNm()[i]});
        parents.add(before);
      } else if (before >= 0 && parents.get(known) < 0 && rootOf(before) != known) {
        parents.set(known, before);
      }
      number[i] = known;
      before = known;
    }
    return number;
  }

  private int rootOf(int node) {
    int at = node;
    while (parents.get(at) >= 0) {
      at = parents.get(at);
    }
    return at;
  }

  Skeleton skeleton() {
    int n = nodes.size();
    double[] x = new double[n];
    double[] y = new double[n];
    double[] z = new double[n];
    float[] r = new float[n];
    int[] parent = new int[n];
    for (int i = 0; i < n; i++) {
      x[i] = nodes.get(i)[0];
      y[i] = nodes.get(i)[1];
      z[i] = nodes.get(i)[2];
      r[i] = (float) nodes.get(i)[3];
      parent[i] = parents.get(i);
    }
    return new Skeleton(id, x, y, z, r, parent);
  }
}
