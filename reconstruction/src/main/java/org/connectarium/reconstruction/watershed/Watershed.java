package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// Splits the boundary map of one block into segments.
///
/// - input: a [BoundaryMap]; excluded voxels get label 0
/// - output: `int[]` labels, shape (z, y, x), 1…n in order of first voxel, 0 = background
/// - no I/O, no threads, no shared state; same input, same labels
public final class Watershed {
  private Watershed() {}

  /// Watershed as in FocusEM and SegEM: markers are the regional minima of the h-minima transform
  /// that are large enough; flooding from them leaves ridge voxels of label 0, one voxel wide;
  /// segments that are too small lose their marker and the flooding is repeated. All of it with
  /// 26 neighbours. An affinity map is first averaged per voxel.
  ///
  /// - cost: O(26·voxels) for each flooding, about 20 bytes per voxel at the peak
  ///
  /// Method: M. Berning, K. M. Boergens, M. Helmstaedter, *SegEM*, Neuron 2015,
  /// [doi:10.1016/j.neuron.2015.09.003](https://doi.org/10.1016/j.neuron.2015.09.003). Differs:
  /// small segments are removed until none is left, not once.
  public static int[] withRidge(BoundaryMap map, RidgeParameters parameters) {
    Relief relief = Relief.of(map);
    int[] markers = HMinima.markers(relief, parameters.depth(), parameters.minMarkerVoxels());
    int[] labels = RidgeFlooding.flood(relief, markers);
    while (dropSmall(labels, markers, parameters.minVoxels())) {
      labels = RidgeFlooding.flood(relief, markers);
    }
    return inOrderOfFirstVoxel(relief.grid(), labels);
  }

  /// Seeded watershed without ridge: seeds are the maxima of the distance to the boundary that
  /// stand out enough; water rises over the steps between voxels (6 neighbours) in the order of
  /// their boundary level until every voxel that is not excluded is labelled; segments that are
  /// too
  /// small lose their seed and the flooding is repeated.
  ///
  /// - cost: O(voxels), about 24 bytes per voxel at the peak
  ///
  /// Method: seeds from the distance transform as in T. Beier et al., *Multicut brings automated
  /// neurite segmentation closer to human performance*, Nature Methods 2017,
  /// [doi:10.1038/nmeth.4151](https://doi.org/10.1038/nmeth.4151). Differs: maxima are chosen by
  /// their dynamics, not by smoothing.
  public static int[] withoutRidge(
      BoundaryMap map, VoxelSize voxelSize, SeededParameters parameters) {
    Relief distance = DistanceRelief.of(map, voxelSize, parameters.threshold());
    double stepNm =
        Math.min(voxelSize.xNm(), Math.min(voxelSize.yNm(), voxelSize.zNm()))
            / DistanceRelief.STEPS_PER_VOXEL;
    int depth = (int) Math.min(255, Math.round(parameters.seedDepthNm() / stepNm));
    int[] markers = HMinima.markers(distance, depth, 1);
    var flooding = new StepFlooding(map);
    int[] labels = flooding.flood(markers);
    while (dropSmall(labels, markers, parameters.minVoxels())) {
      labels = flooding.flood(markers);
    }
    return inOrderOfFirstVoxel(map.grid(), labels);
  }

  private static boolean dropSmall(int[] labels, int[] markers, int minVoxels) {
    int[] voxels = new int[Arrays.stream(labels).max().orElse(0) + 1];
    for (int label : labels) {
      voxels[label]++;
    }
    boolean dropped = false;
    for (int p = 0; p < markers.length; p++) {
      if (markers[p] > 0 && voxels[markers[p]] < minVoxels) {
        markers[p] = 0;
        dropped = true;
      }
    }
    return dropped;
  }

  private static int[] inOrderOfFirstVoxel(Grid grid, int[] padded) {
    int[] labels = grid.crop(padded);
    int[] number = new int[Arrays.stream(labels).max().orElse(0) + 1];
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      if (label > 0) {
        number[label] = number[label] == 0 ? ++next : number[label];
        labels[i] = number[label];
      }
    }
    return labels;
  }
}
