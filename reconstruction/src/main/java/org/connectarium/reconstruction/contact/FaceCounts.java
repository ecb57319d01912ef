package org.connectarium.reconstruction.contact;

import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.grid.Runs;

/// The pairs of labels that touch over voxel faces, and over how many on each axis; sorted by lower
/// label, higher label. For segmentations without ridge, where it is some ten times as fast as
/// [Contacts], which has pieces, places, evidence and areas of smooth surfaces.
///
/// - input: `int[]` labels, shape (z, y, x), 0 = background, which touches nothing
/// - blocks: counts of blocks and of the planes between them ([#across]) add up ([#sum]) to those
///   of the whole, whatever the blocks
/// - cost: one pass over the voxels to find runs of equal labels along x, then O(runs); 8 bytes a
///   run and 64 a pair; deterministic
///
/// Two areas follow from the counts, and the true one lies between them. For a flat border with
/// unit normal (nx, ny, nz) and area A the faces on an axis have the area A·|n|, so that
///
/// - [#flatUm2], the root of the sum of the squares over the axes, is A: it is right for borders
///   that are nearly flat and too small where they are curved;
/// - [#stairsUm2], the sum over the axes, is A for borders along the axes and up to 1.73·A else.
///
/// In %, with cubic voxels and without the error at the rim of a flat piece:
///
/// ```
///             plane     sphere   cylinder along an axis, along the diagonal of all three
/// flat           0      −13.4     −10.0    −10.0
/// stairs   0 … +73      +50.0     +27.3    +55.9
/// ```
///
/// Borders of segments of a block are small and mostly flat: take `flatUm2`, or `Contacts` where
/// the error counts. Whole cells turn all ways: two thirds of `stairsUm2` are right for them.
public final class FaceCounts {
  private static final int AXES = 3;

  private final long[] pairs;
  private final long[] faces;

  private FaceCounts(PairFaces from) {
    pairs = from.sortedPairs();
    faces = new long[AXES * pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      for (int axis = 0; axis < AXES; axis++) {
        faces[AXES * i + axis] = from.faces(pairs[i], axis);
      }
    }
  }

  /// Counts the faces inside a block.
  ///
  /// @throws IllegalArgumentException if the labels do not fit the grid or one is negative
  public static FaceCounts of(int[] labels, Grid grid) {
    Runs runs = Runs.of(labels, grid);
    PairFaces out = new PairFaces();
    int sizeY = grid.sizeY();
    for (int z = 0, row = 0; z < grid.sizeZ() && runs.count() > 0; z++) {
      for (int y = 0; y < sizeY; y++, row++) {
        out.addRow(runs, row);
        if (y > 0) {
          out.addRows(runs, row, runs, row - 1, 1);
        }
        if (z > 0) {
          out.addRows(runs, row, runs, row - sizeY, 0);
        }
      }
    }
    return new FaceCounts(out);
  }

  /// Counts the faces between the last plane of a block and the first plane of the next one.
  ///
  /// @param axis 0, 1, 2: the blocks follow each other along z, y, x
  /// @param near labels of the last plane, the two other axes in order z, y, x
  /// @param far labels of the first plane of the next block
  /// @throws IllegalArgumentException if the planes are not of one size or a label is negative
  public static FaceCounts across(int axis, int[] near, int[] far) {
    if (axis < 0 || axis >= AXES || near.length != far.length) {
      throw new IllegalArgumentException(
          "Need axis 0, 1 or 2 and planes of one size but got axis %d and %d and %d labels"
              .formatted(axis, near.length, far.length));
    }
    Grid line = new Grid(near.length, 1, 1);
    PairFaces out = new PairFaces();
    if (near.length > 0) {
      out.addRows(Runs.of(near, line), 0, Runs.of(far, line), 0, axis);
    }
    return new FaceCounts(out);
  }

  /// All counts together.
  public static FaceCounts sum(List<FaceCounts> parts) {
    PairFaces out = new PairFaces();
    for (FaceCounts part : parts) {
      for (int i = 0; i < part.size(); i++) {
        for (int axis = 0; axis < AXES; axis++) {
          out.add(part.a(i), part.b(i), axis, part.faces(i, axis));
        }
      }
    }
    return new FaceCounts(out);
  }

  /// Number of pairs that share a face.
  public int size() {
    return pairs.length;
  }

  /// The lower label of pair i.
  public int a(int i) {
    return (int) (pairs[i] >>> 32);
  }

  /// The higher label of pair i.
  public int b(int i) {
    return (int) pairs[i];
  }

  /// Number of faces that voxels of pair i share with their neighbours along an axis: 0, 1, 2 for
  /// z, y, x.
  public long faces(int i, int axis) {
    return faces[AXES * i + axis];
  }

  /// Area of all faces of pair i in µm²: that of a staircase.
  public double stairsUm2(int i, VoxelSize size) {
    double[] um2 = axesUm2(i, size);
    return um2[0] + um2[1] + um2[2];
  }

  /// Area of pair i in µm² as if its border were flat.
  public double flatUm2(int i, VoxelSize size) {
    double[] um2 = axesUm2(i, size);
    return Math.hypot(Math.hypot(um2[0], um2[1]), um2[2]);
  }

  private double[] axesUm2(int i, VoxelSize size) {
    double[] nm = size.zyx();
    double[] out = new double[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      out[axis] = faces(i, axis) * size.volumeUm3() / (nm[axis] * 1e-3);
    }
    return out;
  }
}
