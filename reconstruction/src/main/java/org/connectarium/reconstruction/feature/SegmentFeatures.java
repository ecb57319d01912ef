package org.connectarium.reconstruction.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.reconstruction.grid.Grid;

/// Texture of whole segments: the statistics of [ContactFeatures] over all voxels of each segment
/// of a block, named `map/channel/segment/statistic`.
///
/// What TypeEM measures is not published (`focusem.md` 7 says that texture filters like SynEM's and
/// moments of the shape are all that can be inferred), so this choice is ours: see
/// `docs/features.md`. One thread at a time; 8 bytes a run of voxels and the rows.
public final class SegmentFeatures {
  private final Pool pool;

  /// Features of the segments of a block.
  ///
  /// @param names wanted, in the order of the rows
  /// @param labels 1 … n of the segments, 0 elsewhere, shape (z, y, x)
  /// @param segments n
  /// @throws IllegalArgumentException if a name is unknown or a label above n
  public SegmentFeatures(List<String> names, Grid grid, int[] labels, int segments) {
    pool = new Pool(grid, names.size());
    for (int c = 0; c < names.size(); c++) {
      pool.want(FeatureName.parse(names.get(c)), c);
    }
    for (SubVolumes segment : runs(grid, labels, segments)) {
      pool.add(segment);
    }
  }

  private static List<SubVolumes> runs(Grid grid, int[] labels, int segments) {
    grid.checkLength(labels.length);
    SubVolumes.RunList[] runs = new SubVolumes.RunList[segments];
    Arrays.setAll(runs, _ -> new SubVolumes.RunList());
    int sizeX = grid.sizeX();
    for (int row = 0; row < labels.length; row += sizeX) {
      int from = row;
      for (int i = row + 1; i <= row + sizeX; i++) {
        if (i == row + sizeX || labels[i] != labels[from]) {
          if (labels[from] > segments) {
            throw new IllegalArgumentException(
                "Label " + labels[from] + " is above the number of segments, " + segments);
          }
          if (labels[from] > 0) {
            runs[labels[from] - 1].add(from, i - from);
          }
          from = i;
        }
      }
    }
    List<SubVolumes> out = new ArrayList<>(segments);
    for (SubVolumes.RunList list : runs) {
      out.add(new SubVolumes(list));
    }
    return out;
  }

  /// All names for some maps, in their order.
  ///
  /// @param maps such as `raw`
  /// @param channels of each map
  public static List<String> names(List<String> maps, List<String> channels) {
    List<String> names = new ArrayList<>();
    for (String map : maps) {
      for (String channel : channels) {
        for (Statistic statistic : Statistic.values()) {
          names.add(new FeatureName(map + "/" + channel, SubVolume.SEGMENT, statistic).text());
        }
      }
    }
    return List.copyOf(names);
  }

  /// Pools a channel.
  ///
  /// @param name `map/channel`
  /// @param isGrey whether its values are grey values, 0 … 255
  /// @param values shape (z, y, x), of the same box as the labels
  /// @throws IllegalArgumentException if the values are of another shape
  public void channel(String name, boolean isGrey, float[] values) {
    pool.channel(name, isGrey, values);
  }

  /// The features of segments 1 … n, one row each.
  public List<float[]> rows() {
    return pool.rows();
  }
}
