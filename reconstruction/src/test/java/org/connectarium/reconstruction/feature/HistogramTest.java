package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static float[] statistics(float... values) {
    short[] bins = ValueBins.GREY.binsOf(values);
    Histogram histogram = new Histogram(ValueBins.GREY, 0, ValueBins.GREY.count() - 1);
    histogram.add(bins, 0, bins.length);
    float[] out = new float[Statistic.COUNT];
    histogram.statistics(out);
    return out;
  }

  @Test
  void fourValues() {
    // mean 4; squares 9 + 1 + 0 + 16 = 26... of 1, 3, 4, 8; cubes −27 − 1 + 0 + 64 = 36
    float[] s = statistics(8, 1, 4, 3);
    assertThat(Arrays.copyOf(s, 6)).containsExactly(1, 3, 4, 1, 8, 4);
    assertThat(s[6]).isCloseTo(26 / 3f, within(1e-5f));
    assertThat(s[7]).isCloseTo((float) (36 / 4.0 / Math.pow(26 / 4.0, 1.5)), within(1e-5f));
    assertThat(s[8]).isCloseTo((float) ((81 + 1 + 256) / 4.0 / (6.5 * 6.5)), within(1e-5f));
  }

  @Test
  void nothingAndEqualValues() {
    assertThat(statistics()).containsOnly(0);
    assertThat(statistics(5, 5, 5)).containsExactly(5, 5, 5, 5, 5, 5, 0, 0, 0);
    assertThat(statistics(5)).containsExactly(5, 5, 5, 5, 5, 5, 0, 0, 0);
  }

  @Test
  void agreesWithTheValuesThemselves() {
    Random random = new Random(3);
    float[] values = new float[1001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (10 * random.nextGaussian());
    }
    short[] bins = ValueBins.ANY.binsOf(values);
    Histogram histogram = new Histogram(ValueBins.ANY, 0, ValueBins.ANY.count() - 1);
    histogram.add(bins, 0, 500);
    histogram.add(bins, 500, 501);
    float[] s = new float[Statistic.COUNT];
    histogram.statistics(s);
    DescriptiveStatistics exact = new DescriptiveStatistics();
    for (float v : values) {
      exact.addValue(v);
    }
    Arrays.sort(values);
    assertThat(s[0]).isCloseTo(values[250], within(0.1f));
    assertThat(s[1]).isCloseTo(values[500], within(0.02f));
    assertThat(s[2]).isCloseTo(values[750], within(0.1f));
    assertThat(s[3]).isCloseTo(values[0], within(0.5f));
    assertThat(s[4]).isCloseTo(values[1000], within(0.5f));
    assertThat(s[5]).isCloseTo((float) exact.getMean(), within(0.02f));
    assertThat(s[6]).isCloseTo((float) exact.getVariance(), within(0.5f));
    assertThat(s[7]).isCloseTo((float) exact.getSkewness(), within(0.02f));
    assertThat(s[8]).isCloseTo(3 + (float) exact.getKurtosis(), within(0.05f));
  }
}
