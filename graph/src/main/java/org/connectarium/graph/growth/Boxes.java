package org.connectarium.graph.growth;

import org.connectarium.graph.columns.SegmentColumns;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// The bounding boxes of the segments of one agglomerate, sorted by their begin on x.
final class Boxes {
  private final int[] bboxVoxels;
  private final double[] voxelNm;
  private final int[] byX0;
  private final int widest;

  Boxes(SegmentColumns segments, double[] voxelNm, int[] members) {
    this.bboxVoxels = segments.bboxVoxels();
    this.voxelNm = voxelNm;
    this.byX0 =
        new IntArrayList(members).sortThis((a, b) -> Integer.compare(x0(a), x0(b))).toArray();
    int width = 0;
    for (int s : members) {
      width = Math.max(width, bboxVoxels[6 * s + 3] - x0(s));
    }
    this.widest = width;
  }

  /// The segments whose boxes lie within a distance of a place, in ascending order.
  IntArrayList near(float[] positionNm, int at, double distanceNm) {
    double low = (positionNm[3 * at] - distanceNm) / voxelNm[0] - 1 - widest;
    double high = (positionNm[3 * at] + distanceNm) / voxelNm[0] + 1;
    IntArrayList near = new IntArrayList();
    for (int i = firstFrom(low); i < byX0.length && x0(byX0[i]) <= high; i++) {
      if (squareNm2(byX0[i], positionNm, at) <= distanceNm * distanceNm) {
        near.add(byX0[i]);
      }
    }
    return near.sortThis();
  }

  private int x0(int segment) {
    return bboxVoxels[6 * segment];
  }

  private int firstFrom(double x0) {
    int low = 0;
    int high = byX0.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x0(byX0[middle]) < x0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /* A voxel reaches half a voxel beyond its centre. */
  private double squareNm2(int segment, float[] positionNm, int at) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      double begin = (bboxVoxels[6 * segment + a] - 0.5) * voxelNm[a];
      double end = (bboxVoxels[6 * segment + 3 + a] - 0.5) * voxelNm[a];
      double p = positionNm[3 * at + a];
      double d = Math.max(0, Math.max(begin - p, p - end));
      sum += d * d;
    }
    return sum;
  }
}
