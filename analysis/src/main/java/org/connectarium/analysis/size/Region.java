package org.connectarium.analysis.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A connected part of a [SimilarityMap] where pairs are denser than by chance.
///
/// @param pixels number of pixels
/// @param pairsShare share of all pairs that lie in its pixels
/// @param surplus density above that by chance, as share of all pairs
/// @param meanCv coefficient of variation, mean over the density
/// @param meanLog10 log10 of the mean size, mean over the density
/// @param firstPixel its first pixel, row · width + column
public record Region(
    int pixels,
    double pairsShare,
    double surplus,
    double meanCv,
    double meanLog10,
    int firstPixel) {
  private static final int LEAST_PIXELS = 100;
  private static final double LEAST_SHARE = 0.01;

  /// Sizes of the smaller and the larger synapse at the middle of the region: mean · (1 ∓ CV /
  /// √2).
  ///
  /// @param which 0 smaller, 1 larger
  public double sizeUm2(int which) {
    double sign = which == 0 ? -1 : 1;
    return Math.pow(10, meanLog10) * (1 + sign * meanCv / Math.sqrt(2));
  }

  static List<Region> of(SimilarityMap map, double threshold) {
    int[] parts = parts(map, threshold);
    double all = 0;
    for (int i = 0; i < parts.length; i++) {
      all += map.density(i);
    }
    List<Region> regions = new ArrayList<>();
    int count = Arrays.stream(parts).max().orElse(0);
    for (int part = 1; part <= count; part++) {
      double density = density(map, parts, part);
      Region region = region(map, parts, part, density);
      if (region.pixels() >= LEAST_PIXELS && density > LEAST_SHARE * all) {
        regions.add(region);
      }
    }
    regions.sort(Comparator.comparingDouble(Region::meanLog10));
    return regions;
  }

  private static double density(SimilarityMap map, int[] parts, int part) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += parts[i] == part ? map.density(i) : 0;
    }
    return sum;
  }

  private static Region region(SimilarityMap map, int[] parts, int part, double density) {
    int width = map.window().pixels();
    int pixels = 0;
    long pairs = 0;
    double surplus = 0;
    double cv = 0;
    double log = 0;
    int first = -1;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == part) {
        first = first < 0 ? i : first;
        pixels++;
        pairs += map.count(i);
        surplus += map.surplus(i);
        cv += map.density(i) * map.window().cvAt(i % width) / density;
        log += map.density(i) * map.window().logAt(i / width) / density;
      }
    }
    return new Region(pixels, (double) pairs / map.pairs(), surplus, cv, log, first);
  }

  /// Numbers of connected parts, 8 neighbours, 0 outside.
  static int[] parts(SimilarityMap map, double threshold) {
    int width = map.window().pixels();
    int[] parts = new int[width * width];
    int[] waiting = new int[parts.length];
    int count = 0;
    for (int start = 0; start < parts.length; start++) {
      if (parts[start] == 0 && map.counts(start, threshold)) {
        int n = 0;
        parts[start] = ++count;
        waiting[n++] = start;
        while (n > 0) {
          int at = waiting[--n];
          for (int y = Math.max(0, at / width - 1); y <= Math.min(width - 1, at / width + 1); y++) {
            for (int x = Math.max(0, at % width - 1);
                x <= Math.min(width - 1, at % width + 1);
                x++) {
              int next = y * width + x;
              if (parts[next] == 0 && map.counts(next, threshold)) {
                parts[next] = count;
                waiting[n++] = next;
              }
            }
          }
        }
      }
    }
    return parts;
  }
}
