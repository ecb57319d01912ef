package org.connectarium.reconstruction.symmetry;

import java.util.ArrayList;
import java.util.List;

/// One of the 48 symmetries of a cube of voxels: axis `a` of the result runs along axis
/// `axes[a]` of the source, backwards where `flips[a]` is set. Axis order is z, y, x.
///
/// @param axes source axis of each result axis
/// @param flips whether a result axis runs against its source axis
public record Symmetry(List<Integer> axes, List<Boolean> flips) {
  /// Which symmetries a volume has, by its voxel size.
  public enum Group {
    /// All axes alike: 48 symmetries.
    ISOTROPIC,
    /// Sections differ from the plane: 16 symmetries.
    SECTIONS
  }

  public Symmetry {
    axes = List.copyOf(axes);
    flips = List.copyOf(flips);
  }

  /// All symmetries of a group in a fixed order; the first is the identity, the first eight are
  /// the
  /// flips.
  public static List<Symmetry> all(Group group) {
    List<List<Integer>> orders =
        switch (group) {
          case ISOTROPIC ->
              List.of(
                  List.of(0, 1, 2),
                  List.of(0, 2, 1),
                  List.of(1, 0, 2),
                  List.of(2, 1, 0),
                  List.of(1, 2, 0),
                  List.of(2, 0, 1));
          case SECTIONS -> List.of(List.of(0, 1, 2), List.of(0, 2, 1));
        };
    List<Symmetry> all = new ArrayList<>();
    for (List<Integer> order : orders) {
      for (int bits = 0; bits < 8; bits++) {
        all.add(new Symmetry(order, List.of((bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0)));
      }
    }
    return all;
  }

  /// Size of the result for a source size, both z, y, x.
  public int[] size(int[] zyx) {
    return new int[] {zyx[axes.get(0)], zyx[axes.get(1)], zyx[axes.get(2)]};
  }

  /// A step in the source, seen in the result (z, y, x).
  public int[] step(int[] zyx) {
    int[] out = new int[3];
    for (int a = 0; a < 3; a++) {
      out[a] = flips.get(a) ? -zyx[axes.get(a)] : zyx[axes.get(a)];
    }
    return out;
  }

  /// For each voxel of the result in order z, y, x the index of its source voxel.
  ///
  /// @param zyx size of the source
  public int[] sourceIndices(int[] zyx) {
    int[] stride = {zyx[1] * zyx[2], zyx[2], 1};
    int[] size = size(zyx);
    int[] step = new int[3];
    int base = 0;
    for (int a = 0; a < 3; a++) {
      step[a] = stride[axes.get(a)];
      if (flips.get(a)) {
        base += (size[a] - 1) * step[a];
        step[a] = -step[a];
      }
    }
    int[] out = new int[size[0] * size[1] * size[2]];
    int i = 0;
    for (int z = 0; z < size[0]; z++) {
      for (int y = 0; y < size[1]; y++) {
        int row = base + z * step[0] + y * step[1];
        for (int x = 0; x < size[2]; x++) {
          out[i++] = row + x * step[2];
        }
      }
    }
    return out;
  }
}
