package org.connectarium.reconstruction.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.connectarium.reconstruction.accuracy.NeuronPairs.Accuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuronPairsTest {
  /// The published thresholds of SynEM; P and R of pairs to four digits.
  @ParameterizedTest
  @CsvSource({
    "0.885, 0.881, 1, 0.7259, 0.9965",
    "0.885, 0.881, 2, 0.9812, 0.9563",
    "0.994, 0.651, 1, 0.9862, 0.9709",
    "0.994, 0.651, 2, 1.0000, 0.8336"
  })
  void excitatoryPairs(double p, double r, int least, double pairP, double pairR) {
    assertAccuracy(NeuronPairs.EXCITATORY.accuracy(p, r, least), pairP, pairR);
  }

  @ParameterizedTest
  @CsvSource({
    "0.821, 0.749, 1, 0.7714, 0.9997",
    "0.821, 0.749, 2, 0.9268, 0.9953",
    "0.886, 0.678, 1, 0.8475, 0.9989",
    "0.886, 0.678, 2, 0.9736, 0.9848"
  })
  void inhibitoryPairs(double p, double r, int least, double pairP, double pairR) {
    assertAccuracy(NeuronPairs.INHIBITORY.accuracy(p, r, least), pairP, pairR);
  }

  private static void assertAccuracy(Accuracy accuracy, double precision, double recall) {
    assertThat(accuracy.precision()).isCloseTo(precision, within(5.01e-5));
    assertThat(accuracy.recall()).isCloseTo(recall, within(5.01e-5));
  }

  @Test
  void meanNumberOfSynapses() {
    assertThat(NeuronPairs.EXCITATORY.meanSynapses()).isCloseTo(4.316, within(5e-4));
    assertThat(NeuronPairs.INHIBITORY.meanSynapses()).isEqualTo(6);
  }

  /// One synapse each: pairs are found as synapses are. λ = 1 · 0.5 · 0.5 · 1 = 0.25, so
  /// P = 0.25 / (0.25 + 0.5 · (1 − e^−0.25)).
  @Test
  void literalPairsOfOneSynapse() {
    Accuracy accuracy = new NeuronPairs(List.of(1.0), 0.5).accuracy(0.5, 0.5, 1);
    assertThat(accuracy.recall()).isEqualTo(0.5);
    assertThat(accuracy.precision())
        .isCloseTo(0.25 / (0.25 + 0.5 * (1 - Math.exp(-0.25))), within(1e-15));
    assertThat(new NeuronPairs(List.of(1.0), 0.5).accuracy(0.5, 0.5, 2).recall()).isZero();
  }

  /// Throwing dice for a million pairs gives the same share within five standard errors.
  @Test
  void equalsASimulationOfPairs() {
    Random random = new Random(12);
    int pairs = 1_000_000;
    int found = 0;
    for (int i = 0; i < pairs; i++) {
      int hits = 0;
      for (int s = 0; s < 6; s++) {
        hits += random.nextDouble() < 0.4 ? 1 : 0;
      }
      found += hits >= 3 ? 1 : 0;
    }
    double recall = NeuronPairs.INHIBITORY.accuracy(0.9, 0.4, 3).recall();
    assertThat(found / (double) pairs).isCloseTo(recall, within(0.0025));
  }

  @Test
  void perfectSynapsesMakePerfectPairs() {
    assertThat(NeuronPairs.EXCITATORY.accuracy(1, 1, 1)).isEqualTo(new Accuracy(1, 1));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> NeuronPairs.EXCITATORY.accuracy(0, 0.5, 1))
        .hasMessageContaining("were 0.0, 0.5 and 1");
    assertThatThrownBy(() -> NeuronPairs.EXCITATORY.accuracy(0.5, 1.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NeuronPairs.EXCITATORY.accuracy(0.5, 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NeuronPairs(List.of(), 0.2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NeuronPairs(List.of(-1.0), 0.2))
        .hasMessage("A frequency of pairs is -1.0");
  }
}
