package org.connectarium.analysis.size;

import java.util.List;
import java.util.stream.IntStream;
import org.connectarium.analysis.inference.Workers;

/// Where pairs of synapses lie more densely than pairs by chance, on the map of their coefficient
/// of variation (x) and log10 of their mean size (y). Made by [SynapseSize#map].
///
/// Densities are shares of all pairs per pixel: they sum to the share inside the window. p of a
/// pixel is the share of shuffles whose density is not below the observed one; with hundreds of
/// pixels that go together some are small by chance, so [#p()] judges the whole map.
public final class SimilarityMap {
  /// Shuffles whose mean and spread scale the difference that judges the whole map.
  private static final int SCALING = 200;

  private static final int PER_ITEM = 25;

  private final MapWindow window;
  private final int pairs;
  private final float[] observed;
  private final float[] expected;
  private final float[] p;
  private final double mapP;
  private final double[] bandwidth;
  private final int[] counts;
  private final boolean[] hull;

  private SimilarityMap(
      MapWindow window,
      int pairs,
      float[] observed,
      float[] expected,
      float[] p,
      double mapP,
      double[] bandwidth,
      int[] counts,
      boolean[] hull) {
    this.window = window;
    this.pairs = pairs;
    this.observed = observed;
    this.expected = expected;
    this.p = p;
    this.mapP = mapP;
    this.bandwidth = bandwidth;
    this.counts = counts;
    this.hull = hull;
  }

  static SimilarityMap of(
      SizePairs pairs, MapWindow window, int shuffles, long seed, Workers workers) {
    MapWindow.Locator locator = window.locator();
    float[] sizes = pairs.sizes();
    int pixels = window.pixels();
    int[] counts = locator.histogram(sizes);
    int inside = IntStream.of(counts).sum();
    if (inside < 10 || shuffles <= SCALING) {
      throw new IllegalArgumentException(
          "a map needs 10 pairs inside its window and more than "
              + SCALING
              + " shuffles but there were "
              + inside
              + ", "
              + shuffles);
    }
    double[] shares = IntStream.of(counts).mapToDouble(c -> (double) c / inside).toArray();
    Diffusion.Bandwidth found = Diffusion.bandwidth(shares, pixels, inside);
    Smoother smoother = new Smoother(pixels, found.x() * pixels, found.y() * pixels);
    float[] observed = smoother.smooth(counts, 1.0 / pairs.size());

    Shuffles all = new Shuffles(sizes, locator, smoother, observed, seed);
    List<Shuffles.Part> scaling =
        workers.map(SCALING / PER_ITEM, i -> all.part(i * PER_ITEM, (i + 1) * PER_ITEM, null));
    Shuffles.Scale scale = new Shuffles.Scale(scaling, observed.length, SCALING);
    List<Shuffles.Part> rest =
        workers.map(
            (shuffles - SCALING + PER_ITEM - 1) / PER_ITEM,
            i ->
                all.part(
                    SCALING + i * PER_ITEM,
                    Math.min(shuffles, SCALING + (i + 1) * PER_ITEM),
                    scale));
    int[] below = new int[observed.length];
    long[] chance = new long[observed.length];
    scaling.forEach(part -> part.addTo(below, chance));
    rest.forEach(part -> part.addTo(below, chance));
    float largest = scale.largest(observed);
    int above = rest.stream().mapToInt(part -> part.reaching(largest)).sum();
    float[] p = new float[observed.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = (float) ((shuffles - below[i]) / (double) shuffles);
    }
    return new SimilarityMap(
        window,
        pairs.size(),
        observed,
        smoother.smooth(chance, 1.0 / ((double) pairs.size() * shuffles)),
        p,
        (1.0 + above) / (1.0 + shuffles - SCALING),
        new double[] {found.x() * window.cvTo(), found.y() * (window.logTo() - window.logFrom())},
        counts,
        Hull.around(pairs, window));
  }

  /// The window.
  public MapWindow window() {
    return window;
  }

  /// Number of pairs, also those outside the window.
  public int pairs() {
    return pairs;
  }

  /// Share of pairs at a pixel.
  public double density(int column, int row) {
    return observed[row * window.pixels() + column];
  }

  /// The same by chance, mean of all shuffles.
  public double expected(int column, int row) {
    return expected[row * window.pixels() + column];
  }

  /// p of the density at a pixel.
  public double p(int column, int row) {
    return p[row * window.pixels() + column];
  }

  /// p of the largest difference to chance over all pixels, in standard deviations of the density
  /// there: whether there is anything at all.
  public double p() {
    return mapP;
  }

  /// Standard deviation of the kernel along the coefficient of variation.
  public double bandwidthCv() {
    return bandwidth[0];
  }

  /// Standard deviation of the kernel along log10 of the mean size.
  public double bandwidthLog10() {
    return bandwidth[1];
  }

  /// Connected regions (8 neighbours) of pixels with a smaller p, inside the convex hull of the
  /// pairs, of at least 100 pixels and with more than 1 % of the density; from small to large
  /// synapses.
  public List<Region> regions(double threshold) {
    return Region.of(this, threshold);
  }

  /// The shares of pairs in the regions of small and of large synapses that are alike, over
  /// thresholds of p.
  ///
  /// @param thresholds ascending; FocusEM: 0.005, 0.01, 0.02, 0.03, 0.04, 0.05
  public RegionBounds bounds(List<Double> thresholds) {
    return RegionBounds.of(this, thresholds);
  }

  int pixels() {
    return observed.length;
  }

  int count(int pixel) {
    return counts[pixel];
  }

  double density(int pixel) {
    return observed[pixel];
  }

  double surplus(int pixel) {
    return observed[pixel] - expected[pixel];
  }

  boolean counts(int pixel, double threshold) {
    return hull[pixel] && p[pixel] < threshold;
  }
}
