package org.connectarium.reconstruction.feature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.reconstruction.grid.Grid;

/// Statistics of channels over the voxels of many things, contacts or segments: one row a thing.
final class Pool {
  /* What is wanted of one channel in one sub-volume, and where it goes. */
  private record Wanted(SubVolume part, int place, int column) {}

  private final Grid grid;
  private final int columns;
  private final Map<String, List<Wanted>> wanted = new HashMap<>();
  private final List<SubVolumes> things = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();

  Pool(Grid grid, int columns) {
    this.grid = grid;
    this.columns = columns;
  }

  /// Says that a column of the rows is a statistic.
  void want(FeatureName name, int column) {
    wanted
        .computeIfAbsent(name.channel(), _ -> new ArrayList<>())
        .add(new Wanted(name.part(), name.statistic().place(), column));
  }

  /// Adds a thing.
  ///
  /// @return its row, where columns without a statistic stay as they are
  float[] add(SubVolumes voxels) {
    float[] row = new float[columns];
    things.add(voxels);
    rows.add(row);
    return row;
  }

  /// Plain indices of the voxels of a thing in a sub-volume, group by group.
  int[] voxels(int thing, SubVolume part) {
    SubVolumes of = things.get(thing);
    int[] out = new int[Math.toIntExact(of.voxels(part.from(), part.to()))];
    int[] at = {0};
    of.forEach(
        part.from(),
        part.to(),
        (begin, length) -> {
          for (int i = 0; i < length; i++) {
            out[at[0]++] = begin + i;
          }
        });
    return out;
  }

  /// All rows, in the order of the things.
  List<float[]> rows() {
    return List.copyOf(rows);
  }

  /// Pools a channel.
  ///
  /// @throws IllegalArgumentException if the values are of another shape
  void channel(String name, boolean isGrey, float[] values) {
    grid.checkLength(values.length);
    List<Wanted> here = wanted.getOrDefault(name, List.of());
    if (here.isEmpty() || things.isEmpty()) {
      return;
    }
    ValueBins kind = isGrey ? ValueBins.GREY : ValueBins.ANY;
    short[] bins = kind.binsOf(values);
    Map<SubVolume, float[]> statistics = new EnumMap<>(SubVolume.class);
    for (Wanted w : here) {
      statistics.put(w.part, new float[Statistic.COUNT]);
    }
    Histogram histogram = histogram(kind, bins);
    for (int i = 0; i < things.size(); i++) {
      fill(things.get(i), bins, histogram, statistics);
      float[] row = rows.get(i);
      for (Wanted w : here) {
        row[w.column] = Objects.requireNonNull(statistics.get(w.part))[w.place];
      }
    }
  }

  private static Histogram histogram(ValueBins kind, short[] bins) {
    int lowest = kind.count() - 1;
    int highest = 0;
    for (short bin : bins) {
      lowest = Math.min(lowest, bin);
      highest = Math.max(highest, bin);
    }
    return new Histogram(kind, lowest, highest);
  }

  /* In the order of the sub-volumes, so that those of one side go on from each other. */
  private static void fill(
      SubVolumes thing, short[] bins, Histogram histogram, Map<SubVolume, float[]> statistics) {
    int from = -1;
    int next = 0;
    for (Map.Entry<SubVolume, float[]> entry : statistics.entrySet()) {
      SubVolume part = entry.getKey();
      if (from != part.from()) {
        histogram.clear();
        from = part.from();
        next = from;
      }
      for (; next < part.to(); next++) {
        thing.addTo(histogram, next, bins);
      }
      histogram.statistics(entry.getValue());
    }
  }
}
