package org.connectarium.reconstruction.watershed;

import java.util.Arrays;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Connectivity;
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
    return inOrderOfFirstVoxel(relief.grid().crop(labels));
  }

  /// Seeded watershed without ridge, for affinities (or one channel): seeds are the middles of
  /// the thick parts of cells, found on the distance to the nearest wall; from them the map is
  /// flooded over the faces between voxels, lowest boundary first. Segments that are too small
  /// are dissolved by flooding their voxels again from what surrounds them. All voxels that are
  /// not excluded get a label, except pockets inside excluded voxels that are smaller than the
  /// smallest segment.
  ///
  /// - cost: about 40 operations a voxel, about 30 bytes per voxel at the peak
  ///
  /// Method: the distance transform watershed of T. Beier and others, *Multicut brings automated
  /// neurite segmentation closer to human performance*, Nature Methods 14, 2017,
  /// [doi:10.1038/nmeth.4151](https://doi.org/10.1038/nmeth.4151). Differs: in 3-D and in nm,
  /// seeds by depth instead of smoothing, flooding over faces instead of voxels.
  public static int[] seeded(BoundaryMap map, VoxelSize voxelSize, SeededParameters parameters) {
    int[] seeds = Seeds.of(map, parameters.boundaryLevel(), parameters.seedDepthNm(), voxelSize);
    EdgeFlooding flooding = new EdgeFlooding(map);
    int[] labels = flooding.flood(seeds);
    if (dropSmall(labels, labels, parameters.minVoxels())) {
      labels = flooding.flood(labels);
    }
    return inOrderOfFirstVoxel(labels);
  }

  /// Watershed by steepest descent on affinities (or one channel), in linear time: each voxel goes
  /// over its lowest step, plateaus are divided evenly, each minimum is one segment. Segments that
  /// are too small are joined over their lowest step. All voxels that are not excluded get a label.
  ///
  /// - cost: about 60 operations a voxel, most of them on many voxels at once; 9 bytes per voxel
  ///   beside map and labels at the peak, and 4 for each step beside a small segment
  ///
  /// Method: A. Zlateski, H. S. Seung, *Image segmentation by size-dependent single linkage
  /// clustering of a watershed basin graph*, 2015,
  /// [arXiv:1505.00249](https://arxiv.org/abs/1505.00249). Differs: a voxel with walls all around
  /// is a segment, not background; small segments are joined whatever the level of the step.
  public static int[] descending(BoundaryMap map, AffinityParameters parameters) {
    Steps steps = new Steps(map);
    int[] labels = SteepestDescent.basins(steps, parameters.insideLevel(), parameters.wallLevel());
    SmallSegments.join(steps, labels, parameters.minVoxels());
    return labels;
  }

  /// Mutex watershed: steps of low boundary pull voxels together, high boundaries on the way
  /// between two voxels some steps apart keep them in different segments; no threshold. Segments
  /// that are too small are joined over their lowest step. All voxels that are not excluded get a
  /// label.
  ///
  /// - cost: some 3.4 edges a voxel, each a few accesses to memory without order; 30 bytes per
  ///   voxel beside map and labels, and 32 to 48 for each pair of sets that exclude each other
  ///
  /// Method: S. Wolf and others, *The Mutex Watershed and its Objective: Efficient, Parameter-Free
  /// Graph Partitioning*, IEEE PAMI 43, 2020,
  /// [doi:10.1109/TPAMI.2020.2980827](https://doi.org/10.1109/TPAMI.2020.2980827). Differs: a
  /// network gives nearest steps only, so the repulsion between distant voxels is the highest
  /// boundary on the straight way between them; exclusions are kept between sets, not edges.
  public static int[] mutex(BoundaryMap map, MutexParameters parameters) {
    Steps steps = new Steps(map);
    int[] labels = MutexWatershed.segments(map, steps, parameters);
    SmallSegments.join(steps, labels, parameters.minVoxels());
    return labels;
  }

  /// The labels of a part of a block, renumbered: pieces that cutting took apart get labels of
  /// their own, 1…n in order of first voxel.
  ///
  /// Use [Connectivity#ALL_26] for labels with ridge, as their flooding ran over 26 neighbours,
  /// and [Connectivity#FACES_6] for labels without: theirs ran over faces, so what holds
  /// together only by an edge or a corner was connected outside the part.
  ///
  /// @param labels shape (z, y, x) of `whole`
  /// @param whole the box of the labels
  /// @param part a box inside `whole`
  /// @throws IllegalArgumentException if the labels do not fit `whole` or `part` is not inside it
  public static int[] cut(int[] labels, Box whole, Box part, Connectivity connectivity) {
    Grid.of(whole).checkLength(labels.length);
    if (!whole.contains(part)) {
      throw new IllegalArgumentException("Box " + part + " does not lie inside " + whole);
    }
    Grid grid = Grid.of(part);
    int[] out = new int[grid.voxels()];
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++, i += grid.sizeX()) {
        long row = (part.z0() - whole.z0() + z) * whole.sizeY() + part.y0() - whole.y0() + y;
        long from = row * whole.sizeX() + part.x0() - whole.x0();
        System.arraycopy(labels, (int) from, out, i, grid.sizeX());
      }
    }
    return Components.of(out, grid, connectivity).paint(out);
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

  private static int[] inOrderOfFirstVoxel(int[] labels) {
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
