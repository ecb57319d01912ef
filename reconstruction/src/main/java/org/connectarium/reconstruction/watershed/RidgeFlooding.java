package org.connectarium.reconstruction.watershed;

import org.connectarium.reconstruction.grid.Grid;

/// Floods a relief from markers; where waters of two markers meet, a ridge voxel stays dry.
///
/// - input: a padded relief; padded markers 1…n, 0 elsewhere
/// - output: padded labels, 0 = ridge, excluded, or cut off from every marker
/// - cost: O(26·voxels) time, about 4 bytes per voxel beside the labels; deterministic
///
/// Method: F. Meyer, *Topographic distance and watershed lines*, Signal Processing 38, 1994,
/// [doi:10.1016/0165-1684(94)90060-4](https://doi.org/10.1016/0165-1684%2894%2990060-4), on the
/// relief with the markers imposed as its only minima. Voxels of one level are taken in the order
/// in which the water reached them.
final class RidgeFlooding {
  private static final int QUEUED = -1;
  private static final int RIDGE = -2;
  private static final int OUTSIDE = -3;

  private RidgeFlooding() {}

  static int[] flood(Relief relief, int[] markers) {
    Grid grid = relief.grid();
    char[] height = relief.heights();
    int[] around = grid.neighbours26();
    int[] label = new int[markers.length];
    for (int p = 0; p < label.length; p++) {
      label[p] = height[p] == Relief.OUTSIDE ? OUTSIDE : markers[p];
    }
    BucketQueue queue = new BucketQueue();
    for (int p = 0; p < label.length; p++) {
      if (label[p] > 0) {
        for (int offset : around) {
          int q = p + offset;
          if (label[q] == 0) {
            label[q] = QUEUED;
            queue.add(height[q], q);
          }
        }
      }
    }
    int[] dry = new int[26];
    while (!queue.isEmpty()) {
      int p = queue.poll();
      int here = 0;
      int dryCount = 0;
      for (int offset : around) {
        int l = label[p + offset];
        if (l > 0) {
          if (here == 0) {
            here = l;
          } else if (here != l) {
            here = RIDGE;
            break;
          }
        } else if (l == 0) {
          dry[dryCount++] = p + offset;
        }
      }
      label[p] = here;
      if (here > 0) {
        for (int k = 0; k < dryCount; k++) {
          int q = dry[k];
          label[q] = QUEUED;
          queue.add(height[q], q);
        }
      }
    }
    for (int p = 0; p < label.length; p++) {
      label[p] = Math.max(label[p], 0);
    }
    return label;
  }
}
