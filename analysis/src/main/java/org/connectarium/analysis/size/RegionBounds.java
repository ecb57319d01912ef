package org.connectarium.analysis.size;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.inference.Interval;

/// Upper bounds of the share of pairs that learning may have made alike: the share of pairs
/// inside the region of small synapses (as after depression) and of large ones (as after
/// potentiation), from the smallest to the largest over thresholds of p.
///
/// The two are the regions of smallest and largest synapses at the first threshold that has two;
/// later thresholds count only as long as these two are apart. Where no threshold has two, the
/// one region there is counts as that of large synapses if its mean is above that of all pairs,
/// else of small ones.
///
/// @param mergeP smallest threshold at which the two are one; NaN if they are apart up to 0.1, or
///     are not two
/// @param thresholds those that counted
/// @param small least and most share of pairs in the region of small synapses; NaN if there is
///     none
/// @param large the same of large ones
public record RegionBounds(double mergeP, List<Double> thresholds, Interval small, Interval large) {
  private static final double SEARCH_TO = 0.1;
  private static final double STEP = 1e-3;

  /// Keeps a copy.
  public RegionBounds {
    thresholds = List.copyOf(thresholds);
  }

  static RegionBounds of(SimilarityMap map, List<Double> thresholds) {
    for (double threshold : thresholds) {
      List<Region> regions = Region.of(map, threshold);
      if (regions.size() >= 2) {
        return ofTwo(map, thresholds, regions.getFirst(), regions.getLast());
      }
    }
    return ofOne(map, thresholds);
  }

  private static RegionBounds ofTwo(
      SimilarityMap map, List<Double> thresholds, Region small, Region large) {
    double mergeP = mergeP(map, small.firstPixel(), large.firstPixel());
    List<Double> used = new ArrayList<>();
    List<Double> smalls = new ArrayList<>();
    List<Double> larges = new ArrayList<>();
    for (double threshold : thresholds) {
      if (!(threshold >= mergeP)) {
        int[] parts = Region.parts(map, threshold);
        used.add(threshold);
        smalls.add(share(map, parts, parts[small.firstPixel()]));
        larges.add(share(map, parts, parts[large.firstPixel()]));
      }
    }
    return new RegionBounds(mergeP, used, range(smalls), range(larges));
  }

  private static RegionBounds ofOne(SimilarityMap map, List<Double> thresholds) {
    double mean = 0;
    double all = 0;
    int width = map.window().pixels();
    for (int i = 0; i < map.pixels(); i++) {
      mean += map.density(i) * map.window().logAt(i / width);
      all += map.density(i);
    }
    List<Double> small = new ArrayList<>();
    List<Double> large = new ArrayList<>();
    for (double threshold : thresholds) {
      for (Region region : Region.of(map, threshold)) {
        (region.meanLog10() > mean / all ? large : small).add(region.pairsShare());
      }
    }
    return new RegionBounds(Double.NaN, thresholds, range(small), range(large));
  }

  /// Connected once, connected at every larger threshold: halving finds the first step of 0.001.
  private static double mergeP(SimilarityMap map, int small, int large) {
    int apart = 0;
    int together = (int) Math.round(SEARCH_TO / STEP) + 1;
    while (together - apart > 1) {
      int middle = (apart + together) / 2;
      int[] parts = Region.parts(map, middle * STEP);
      if (parts[small] != 0 && parts[small] == parts[large]) {
        together = middle;
      } else {
        apart = middle;
      }
    }
    return together * STEP > SEARCH_TO + STEP / 2 ? Double.NaN : together * STEP;
  }

  private static double share(SimilarityMap map, int[] parts, int part) {
    if (part == 0) {
      return 0;
    }
    long pairs = 0;
    for (int i = 0; i < parts.length; i++) {
      pairs += parts[i] == part ? map.count(i) : 0;
    }
    return (double) pairs / map.pairs();
  }

  private static Interval range(List<Double> shares) {
    return new Interval(
        shares.stream().mapToDouble(v -> v).min().orElse(Double.NaN),
        shares.stream().mapToDouble(v -> v).max().orElse(Double.NaN));
  }
}
