package org.connectarium.analysis.innervation;

import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.synapses.TargetCounts;

/// Axons with 10 to 59 synapses that hit Somata, Apical and OtherDendrite with 5, 15 and 80 %,
/// the first `specific` of them Somata with another rate.
final class PlantedAxons {
  static final List<String> CLASSES = List.of("Somata", "Apical", "OtherDendrite");
  static final double[] SHARES = {0.05, 0.15, 0.8};

  private PlantedAxons() {}

  static TargetCounts of(int axons, int specific, double rate, long seed) {
    int[][] rows = new int[axons][3];
    for (int axon = 0; axon < axons; axon++) {
      SplittableRandom random = Seeds.random(seed, axon);
      int n = random.nextInt(10, 60);
      double somata = axon < specific ? rate : SHARES[0];
      rows[axon][0] = Seeds.binomial(random, n, somata);
      rows[axon][1] = Seeds.binomial(random, n - rows[axon][0], SHARES[1] / (1 - somata));
      rows[axon][2] = n - rows[axon][0] - rows[axon][1];
    }
    return TargetCounts.of(CLASSES, rows);
  }
}
