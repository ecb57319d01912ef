package org.connectarium.ingest.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowNoiseTest {
  @Test
  void isTheSmoothNoiseOfEachPositionWhereverTheRowBegins() {
    RowNoise noise = new RowNoise(11, 40);
    float[] row = new float[50];
    noise.add(3, row, 5, 40, -20, 7, 91, -33);
    for (int i = 0; i < 40; i++) {
      double expected = 3 * HashNoise.smooth(11, 91 / 40.0, -33 / 40.0, (i - 20) * 7 / 40.0);
      assertThat(row[5 + i]).isCloseTo((float) expected, within(1e-5f));
    }
    float[] later = new float[30];
    noise.add(3, later, 0, 30, -10, 7, 91, -33);
    for (int i = 0; i < 30; i++) {
      assertThat(later[i]).isEqualTo(row[15 + i]);
    }
  }
}
