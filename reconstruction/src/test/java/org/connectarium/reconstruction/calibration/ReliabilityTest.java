package org.connectarium.reconstruction.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.connectarium.reconstruction.calibration.Reliability.Bin;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final double[] P = {0, 0.25, 0.5, 0.75, 1};
  private static final boolean[] POSITIVE = {false, true, false, true, true};
  private static final float[] WEIGHT = {1, 1, 1, 1, 2};

  /// Below 0.5: predicted 0.125, found 0.5, weight 2; above: predicted 3.25 / 4, found 3 / 4,
  /// weight 4. Error (0.75 + 0.25) / 6.
  @Test
  void countsBinsOfEqualWidth() {
    Reliability diagram = Reliability.equalWidth(P, POSITIVE, WEIGHT, 2);
    assertThat(diagram.bins()).containsExactly(new Bin(2, 0.125, 0.5), new Bin(4, 0.8125, 0.75));
    assertThat(diagram.calibrationError()).isCloseTo(1 / 6.0, within(1e-15));
  }

  @Test
  void leavesOutBinsWithoutRows() {
    Reliability diagram =
        Reliability.equalWidth(
            new double[] {0.05, 0.95}, new boolean[] {false, true}, new float[] {1, 1}, 10);
    assertThat(diagram.bins()).containsExactly(new Bin(1, 0.05, 0), new Bin(1, 0.95, 1));
    assertThat(diagram.calibrationError()).isCloseTo(0.05, within(1e-15));
  }

  /// Weight 6 in 2 bins: the first is full with the rows 0, 0.25, 0.5.
  @Test
  void countsBinsOfEqualMass() {
    Reliability diagram = Reliability.equalMass(P, POSITIVE, WEIGHT, 2);
    assertThat(diagram.bins()).containsExactly(new Bin(3, 0.25, 1 / 3.0), new Bin(3, 2.75 / 3, 1));
    assertThat(diagram.calibrationError()).isCloseTo(0.5 / 6, within(1e-15));
  }

  @Test
  void equalProbabilitiesStayInOneBin() {
    double[] p = {0.3, 0.3, 0.3, 0.3};
    Reliability diagram =
        Reliability.equalMass(
            p, new boolean[] {true, false, false, false}, new float[] {1, 1, 1, 1}, 4);
    assertThat(diagram.bins()).hasSize(1);
    assertThat(diagram.calibrationError()).isCloseTo(0.05, within(1e-15));
  }

  /// (0 + 0.5625 + 0.25 + 0.0625 + 0) / 6; −(ln 1 + ln 0.25 + ln 0.5 + ln 0.75 + 2 ln 1) / 6.
  @Test
  void brierScoreAndLogLossOfLiterals() {
    assertThat(Reliability.brier(P, POSITIVE, WEIGHT)).isCloseTo(0.875 / 6, within(1e-15));
    assertThat(Reliability.logLoss(P, POSITIVE, WEIGHT))
        .isCloseTo(-Math.log(0.25 * 0.5 * 0.75) / 6, within(1e-15));
  }

  @Test
  void aCertainErrorHasAFiniteLogLoss() {
    assertThat(Reliability.logLoss(new double[] {0}, new boolean[] {true}, new float[] {1}))
        .isCloseTo(34.538776394910684, within(1e-12));
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (double p : List.of(-0.1, 1.1, Double.NaN)) {
      assertThatThrownBy(
              () ->
                  Reliability.equalWidth(
                      new double[] {p}, new boolean[] {true}, new float[] {1}, 10))
          .hasMessage("A probability is " + p + "; it must be 0 to 1");
    }
    assertThatThrownBy(
            () -> Reliability.equalWidth(new double[1], new boolean[2], new float[1], 10))
        .hasMessageContaining("1 values, 2 labels and 1 weights");
    assertThatThrownBy(
            () -> Reliability.equalWidth(new double[0], new boolean[0], new float[0], 10))
        .hasMessage("A reliability diagram needs rows and bins");
  }
}
