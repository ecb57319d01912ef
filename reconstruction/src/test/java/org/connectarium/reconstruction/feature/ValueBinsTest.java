package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueBinsTest {
  @Test
  void greyValuesAreKeptToASixth() {
    for (int k = 0; k <= 2550; k++) {
      float grey = k / 10f;
      assertThat(ValueBins.GREY.middle(ValueBins.GREY.bin(grey))).isCloseTo(grey, within(0.167f));
    }
    assertThat(ValueBins.GREY.bin(-3)).isZero();
    assertThat(ValueBins.GREY.bin(300)).isEqualTo(ValueBins.GREY.count() - 1);
  }

  @Test
  void anyValueIsKeptToAboutAPercent() {
    Random random = new Random(7);
    for (int k = 0; k < 10_000; k++) {
      float value = (float) Math.exp(random.nextDouble(Math.log(1e-3), Math.log(1e4)));
      float kept = ValueBins.ANY.middle(ValueBins.ANY.bin(value));
      assertThat(kept / value).as("%s", value).isBetween(0.984f, 1.016f);
      assertThat(ValueBins.ANY.middle(ValueBins.ANY.bin(-value))).isEqualTo(-kept);
    }
  }

  @Test
  void whatIsTooSmallIsZeroAndWhatIsTooLargeIsTheLargest() {
    assertThat(ValueBins.ANY.middle(ValueBins.ANY.bin(0))).isZero();
    assertThat(ValueBins.ANY.middle(ValueBins.ANY.bin(-0f))).isZero();
    assertThat(ValueBins.ANY.middle(ValueBins.ANY.bin(1e-5f))).isZero();
    assertThat(ValueBins.ANY.bin(1e9f)).isEqualTo(ValueBins.ANY.count() - 1);
    assertThat(ValueBins.ANY.bin(Float.NEGATIVE_INFINITY)).isZero();
  }

  @Test
  void binsRiseWithValues() {
    int last = -1;
    for (float value = -100; value < 100; value += 0.01f) {
      int bin = ValueBins.ANY.bin(value);
      assertThat(bin).isBetween(0, ValueBins.ANY.count() - 1).isGreaterThanOrEqualTo(last);
      last = bin;
    }
  }

  @Test
  void manyValuesAtATimeHaveTheSameBinsAsOne() {
    Random random = new Random(5);
    float[] values = new float[1003];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(-20, 20)));
    }
    float[] odd = {0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-5f};
    System.arraycopy(odd, 0, values, 7, odd.length);
    for (ValueBins kind : ValueBins.values()) {
      short[] bins = kind.binsOf(values);
      for (int i = 0; i < values.length; i++) {
        assertThat((int) bins[i]).as("%s", values[i]).isEqualTo(kind.bin(values[i]));
      }
    }
  }
}
