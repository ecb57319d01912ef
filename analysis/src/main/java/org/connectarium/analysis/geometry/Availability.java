package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Workers;

/// Membrane of each target class within reach of axons, for several distances. Made by
/// [Geometry#availability].
public final class Availability {
  private static final int PER_ITEM = 16;

  private final List<String> classes;
  private final int[] axons;
  private final double[] radiiUm;
  private final double[] areas; // axon by axon, radius by radius, class by class

  private Availability(List<String> classes, int[] axons, double[] radiiUm, double[] areas) {
    this.classes = classes;
    this.axons = axons;
    this.radiiUm = radiiUm;
    this.areas = areas;
  }

  static Availability of(MembraneBlocks blocks, int[] axons, double[] radiiUm, Workers workers) {
    if (radiiUm.length == 0 || !Arrays.stream(radiiUm).allMatch(r -> r >= 0 && r < 1e6)) {
      throw new IllegalArgumentException(
          "distances of 0 µm or more are needed but were " + Arrays.toString(radiiUm));
    }
    Reach reach = new Reach(blocks, radiiUm);
    int each = radiiUm.length * blocks.classes().size();
    double[] areas = new double[Math.multiplyExact(axons.length, each)];
    List<double[]> parts =
        workers.map(
            (axons.length + PER_ITEM - 1) / PER_ITEM,
            item -> {
              int from = item * PER_ITEM;
              int to = Math.min(axons.length, from + PER_ITEM);
              double[] part = new double[(to - from) * each];
              for (int i = from; i < to; i++) {
                System.arraycopy(reach.areas(axons[i]), 0, part, (i - from) * each, each);
              }
              return part;
            });
    for (int item = 0; item < parts.size(); item++) {
      System.arraycopy(parts.get(item), 0, areas, item * PER_ITEM * each, parts.get(item).length);
    }
    return new Availability(blocks.classes(), axons.clone(), radiiUm.clone(), areas);
  }

  /// Names of target classes.
  public List<String> classes() {
    return classes;
  }

  /// Number of axons.
  public int axons() {
    return axons.length;
  }

  /// The number of an axon as a neurite.
  public int axon(int row) {
    return axons[row];
  }

  /// Distances in µm, as they were asked for.
  public double[] radiiUm() {
    return radiiUm.clone();
  }

  /// Membrane of a class within a distance of an axon, µm².
  ///
  /// @param row of the axon
  /// @param radius number of the distance
  public double areaUm2(int row, int radius, int column) {
    return areas[(row * radiiUm.length + radius) * classes.size() + column];
  }

  /// The same with something taken out of the classes at every distance, such as an axon's own
  /// synapses where synapses stand for membrane; not below 0.
  ///
  /// @param taken area of a class for an axon: row, then class
  public Availability without(ToDoubleBiFunction<Integer, Integer> taken) {
    double[] less = areas.clone();
    int width = classes.size();
    for (int i = 0; i < less.length; i++) {
      int row = i / width / radiiUm.length;
      less[i] = Math.max(0, less[i] - taken.applyAsDouble(row, i % width));
    }
    return new Availability(classes, axons, radiiUm, less);
  }

  /// Share of each class in the membrane of all classes within a distance of an axon; NaN where
  /// there is none.
  public double[] shares(int row, int radius) {
    double[] shares = new double[classes.size()];
    Arrays.setAll(shares, c -> areaUm2(row, radius, c));
    double sum = Arrays.stream(shares).sum();
    Arrays.setAll(shares, c -> sum > 0 ? shares[c] / sum : Double.NaN);
    return shares;
  }

  /// Rows of the axons with any membrane of the classes within a distance.
  public int[] reaching(int radius) {
    return IntStream.range(0, axons.length)
        .filter(row -> !Double.isNaN(shares(row, radius)[0]))
        .toArray();
  }
}
