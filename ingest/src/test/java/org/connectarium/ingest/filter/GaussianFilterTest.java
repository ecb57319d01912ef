package org.connectarium.ingest.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianFilterTest {
  @Test
  void aPointBecomesABell() {
    float[] point = new float[13];
    point[6] = 1;
    float[] bell = new GaussianFilter(1).alongMirrored(point, 1, 13, 1);
    // exp(−1/2) of the middle, one deviation away from it
    assertThat(bell[7] / bell[6]).isCloseTo(0.6065f, within(1e-4f));
    assertThat(bell[5]).isEqualTo(bell[7]);
    double sum = 0;
    for (float v : bell) {
      sum += v;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void aMirrorKeepsTheSumAndAConstant() {
    float[] step = {8, 8, 8, 0, 0, 0};
    float[] blurred = new GaussianFilter(0.8).alongMirrored(step, 1, 6, 1);
    assertThat(blurred[0]).isCloseTo(8f, within(0.1f));
    assertThat(blurred[2] + blurred[3]).isCloseTo(8f, within(1e-4f));
    float[] constant = {5, 5, 5};
    // wider than the array: mirrored more than once
    assertThat(new GaussianFilter(3).alongMirrored(constant, 1, 3, 1))
        .containsExactly(constant, within(1e-5f));
  }

  @Test
  void theMiddleAxisIsBlurredAlone() {
    float[] v = new float[3 * 5 * 2];
    v[(1 * 5 + 2) * 2 + 1] = 1;
    float[] out = new GaussianFilter(0.5).alongMirrored(v, 3, 5, 2);
    assertThat(out[(1 * 5 + 1) * 2 + 1]).isGreaterThan(0);
    assertThat(out[(1 * 5 + 2) * 2]).isZero();
    assertThat(out[(0 * 5 + 2) * 2 + 1]).isZero();
  }

  @Test
  void belowAQuarterOfAVoxelNothingChanges() {
    float[] v = {1, 2, 4};
    assertThat(new GaussianFilter(0.2).alongMirrored(v, 1, 3, 1)).isSameAs(v);
  }
}
