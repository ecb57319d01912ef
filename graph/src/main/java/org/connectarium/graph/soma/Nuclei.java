package org.connectarium.graph.soma;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.DisjointSets;
import org.connectarium.graph.columns.SegmentColumns;
import org.connectarium.graph.columns.Trait;

/// Seeds that touch each other are one nucleus. Nuclei are numbered from the largest on.
///
/// @param of the nucleus of each unit, −1 if it is no seed
/// @param centreNm x, y, z of each nucleus: mean of the voxels of its seeds
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Nuclei(int[] of, double[][] centreNm) {

  int count() {
    return centreNm.length;
  }

  /// @param unit of each segment
  /// @param contacts between units
  /// @param excluded units that are no seeds
  static Nuclei of(
      SegmentColumns segments,
      int[] unit,
      ContactColumns contacts,
      boolean[] excluded,
      double nucleusAbove) {
    boolean[] seed = new boolean[excluded.length];
    for (int i = 0; i < unit.length; i++) {
      seed[unit[i]] |= !excluded[unit[i]] && segments.isAbove(Trait.NUCLEUS, i, nucleusAbove);
    }
    DisjointSets touching = new DisjointSets(seed.length);
    for (int k = 0; k < contacts.count(); k++) {
      if (seed[contacts.from()[k]] && seed[contacts.to()[k]]) {
        touching.join(contacts.from()[k], contacts.to()[k]);
      }
    }
    double[] voxels = new double[seed.length];
    double[][] sum = new double[seed.length][];
    for (int i = 0; i < unit.length; i++) {
      int set = touching.root(unit[i]);
      if (seed[unit[i]] && segments.isAbove(Trait.NUCLEUS, i, nucleusAbove)) {
        double[] at = sum[set] == null ? new double[3] : sum[set];
        for (int a = 0; a < 3; a++) {
          at[a] += segments.voxels()[i] * (double) segments.centroidNm()[3 * i + a];
        }
        sum[set] = at;
        voxels[set] += segments.voxels()[i];
      }
    }
    int[] largestFirst =
        IntStream.range(0, seed.length)
            .filter(u -> seed[u] && touching.root(u) == u)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer u) -> -voxels[u]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[seed.length];
    double[][] centreNm = new double[largestFirst.length][];
    for (int n = 0; n < largestFirst.length; n++) {
      int set = largestFirst[n];
      number[set] = n;
      centreNm[n] = Arrays.stream(sum[set]).map(s -> s / voxels[set]).toArray();
    }
    int[] of = new int[seed.length];
    Arrays.setAll(of, u -> seed[u] ? number[touching.root(u)] : -1);
    return new Nuclei(of, centreNm);
  }
}
