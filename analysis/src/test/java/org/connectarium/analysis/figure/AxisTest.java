package org.connectarium.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void linearAxesEndAtRoundNumbers() {
    Axis axis = Axis.linear("share", 0.013, 0.41);
    assertThat(axis.from()).isZero();
    assertThat(axis.to()).isEqualTo(0.5, within(1e-12));
    assertThat(labels(axis)).containsExactly("0.0", "0.1", "0.2", "0.3", "0.4", "0.5");
  }

  @Test
  void negativeNumbersHaveAMinusAndZeroHasNone() {
    assertThat(labels(Axis.exact("z", -650, 650))).containsExactly("−500", "0", "500");
    assertThat(labels(Axis.linear("x", -0.2, 0.2)))
        .containsExactly("−0.2", "−0.1", "0.0", "0.1", "0.2");
  }

  @Test
  void logarithmicAxesNameTheirDecades() {
    Axis axis = Axis.log("synapses", 0.0006, 30_000);
    assertThat(axis.from()).isEqualTo(5e-4, within(1e-12));
    assertThat(axis.to()).isEqualTo(50_000, within(1e-6));
    assertThat(labels(axis))
        .containsExactly("10^−3", "0.01", "0.1", "1", "10", "100", "1,000", "10^4");
    assertThat(axis.share(5)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void shortLogarithmicAxesNameTwoAndFiveToo() {
    assertThat(labels(Axis.log("factor", 0.6, 3))).containsExactly("0.5", "1", "2", "5");
  }

  @Test
  void oneValueMakesAnAxisToo() {
    assertThat(Axis.linear("n", 3, 3).share(3)).isBetween(0.0, 1.0);
    assertThat(Axis.log("n", 3, 3).share(3)).isBetween(0.0, 1.0);
  }

  @Test
  void refusesWhatIsNoAxis() {
    assertThatThrownBy(() -> Axis.exact("x", 1, 1)).hasMessageContaining("No axis \"x\"");
    assertThatThrownBy(() -> new Axis("x", true, 0, 1)).hasMessageContaining("logarithmic");
    assertThatThrownBy(() -> Axis.exact("x", Double.NaN, 1)).hasMessageContaining("NaN");
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).filter(l -> !l.isEmpty()).toList();
  }
}
