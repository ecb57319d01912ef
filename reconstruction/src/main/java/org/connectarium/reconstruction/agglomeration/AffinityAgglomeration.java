package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.hierarchy.MergeHierarchy;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.Watershed;

/// A whole array from boundary map to segments at any threshold: watershed by steepest descent,
/// graph of the segments that share faces, hierarchy of merges.
///
/// - input: a boundary map; a face counts with the affinity 1 − boundary of its step, each with
///   weight 1; of one-channel maps with that of the higher of both voxels
/// - output: labels, shape (z, y, x), x fastest; 0 = excluded
/// - cost: O(voxels) and that of [MergeHierarchy]; beside the map at the peak 4 bytes a voxel and
///   the larger of 9 bytes a voxel and 100 bytes for each pair of segments that touch, with the
///   linkage `quantile` 1 byte a face between segments and what its histograms need
///
/// For volumes that do not fit, and to load graphs, use `segmentation.BlockSegmentation`.
public final class AffinityAgglomeration {
  private final int[] basins;
  private final int count;
  private final MergeHierarchy hierarchy;

  private AffinityAgglomeration(int[] basins, int count, MergeHierarchy hierarchy) {
    this.basins = basins;
    this.count = count;
    this.hierarchy = hierarchy;
  }

  /// Segments an array.
  public static AffinityAgglomeration of(
      BoundaryMap map, AffinityParameters parameters, Linkage linkage) {
    return ofLabels(map, Watershed.descending(map, parameters), linkage);
  }

  /// Agglomerates segments that are there already.
  ///
  /// @param labels 1…n, shape (z, y, x), 0 = background; kept, not copied
  /// @throws IllegalArgumentException if the labels do not fit the map or a label is negative
  public static AffinityAgglomeration ofLabels(BoundaryMap map, int[] labels, Linkage linkage) {
    map.grid().checkLength(labels.length);
    int count = Arrays.stream(labels).max().orElse(0);
    long[] voxels = new long[count];
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("Labels must not be negative but one is " + label);
      }
      if (label > 0) {
        voxels[label - 1]++;
      }
    }
    FaceGraph faces = new FaceGraph(map, labels, count);
    MergeHierarchy hierarchy =
        MergeHierarchy.ofPairs(
            faces.pairs(),
            linkage instanceof Linkage.Quantile ? faces.byFace() : faces.byMean(),
            linkage,
            voxels);
    return new AffinityAgglomeration(labels, count, hierarchy);
  }

  /// The segments before any merge; nobody may write to them.
  public int[] basins() {
    return basins;
  }

  /// Number of segments before any merge.
  public int size() {
    return count;
  }

  /// The merges; segment s is called s there.
  public MergeHierarchy hierarchy() {
    return hierarchy;
  }

  /// The segments if all merges of at least a score are done, each named by its lowest label.
  public int[] at(double threshold) {
    int[] name = new int[count + 1];
    Arrays.setAll(name, s -> s);
    for (int m = 0; m < hierarchy.size() && hierarchy.score(m) >= threshold; m++) {
      name[(int) hierarchy.upper(m)] = (int) hierarchy.lower(m);
    }
    /* names point to lower ones, so that one pass upwards follows them to their end */
    for (int s = 1; s <= count; s++) {
      name[s] = name[name[s]];
    }
    int[] out = new int[basins.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = name[basins[i]];
    }
    return out;
  }
}
