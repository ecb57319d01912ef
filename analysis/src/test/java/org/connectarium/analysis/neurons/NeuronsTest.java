package org.connectarium.analysis.neurons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuronsTest {
  private static List<List<Integer>> onALine(double cutoff, double... at) {
    return Boutons.of(at.length, (a, b) -> Math.abs(at[a] - at[b]), cutoff);
  }

  @Test
  void boutonsJoinUpToTheMeanDistance() {
    assertThat(onALine(2433, 0, 2000, 10_000, 4000))
        .as("4000 is 3000 from the mean of 0 and 2000, though 2000 from one of them")
        .containsExactly(List.of(0, 1), List.of(2), List.of(3));
    assertThat(onALine(3000, 0, 2000, 10_000, 4000)).containsExactly(List.of(0, 1, 3), List.of(2));
    assertThat(onALine(100)).isEmpty();
  }

  @Test
  void partsThatAreNotConnectedAreApart() {
    assertThat(Boutons.of(3, (a, b) -> a + b == 1 ? 5 : Double.POSITIVE_INFINITY, 2433))
        .containsExactly(List.of(0, 1), List.of(2));
  }

  /* The obvious way: of all pairs of clusters the closest by the mean of all distances. */
  private static List<List<Integer>> slowly(double[] at, double cutoff) {
    List<List<Integer>> clusters = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    while (true) {
      double least = Double.POSITIVE_INFINITY;
      int first = -1;
      int second = -1;
      for (int a = 0; a < clusters.size(); a++) {
        for (int b = a + 1; b < clusters.size(); b++) {
          double sum = 0;
          for (int x : clusters.get(a)) {
            for (int y : clusters.get(b)) {
              sum += Math.abs(at[x] - at[y]);
            }
          }
          double mean = sum / clusters.get(a).size() / clusters.get(b).size();
          if (mean < least) {
            least = mean;
            first = a;
            second = b;
          }
        }
      }
      if (!(least <= cutoff)) {
        clusters.forEach(c -> c.sort(null));
        clusters.sort((a, b) -> Integer.compare(a.getFirst(), b.getFirst()));
        return clusters;
      }
      clusters.get(first).addAll(clusters.remove(second));
    }
  }

  @Test
  void boutonsAreThoseOfTheObviousWay() {
    Random random = new Random(3);
    for (int trial = 0; trial < 30; trial++) {
      double[] at = random.doubles(5 + random.nextInt(40), 0, 60_000).toArray();
      assertThat(onALine(2433, at)).as("trial %d", trial).isEqualTo(slowly(at, 2433));
    }
  }

  @Test
  void thePathIsTheShortestThatTouches() {
    double[] square = {0, 0, 0, 3, 0, 0, 3, 4, 0, 0, 4, 0, 100, 0, 0};
    PathTree tree = PathTree.of(square, new int[] {0, 1, 2, 3, 0}, new int[] {1, 2, 3, 0, 2});
    assertThat(tree.lengthNm()).as("3 + 3 + 4; one side of 4 and the diagonal go").isEqualTo(10);
    assertThat(tree.distanceNm(1, 1)).isZero();
    assertThat(tree.distanceNm(0, 1)).isEqualTo(3);
    assertThat(tree.distanceNm(1, 4)).isInfinite();
    assertThat(tree.distanceNm(0, 3) + tree.distanceNm(1, 2))
        .as("one directly, the other all the way round")
        .isEqualTo(4 + 10);
    assertThatThrownBy(() -> PathTree.of(square, new int[1], new int[2]))
        .hasMessageContaining("two ends");
  }

  private static Neurite axon(int sends, int primary, int spine, OptionalDouble volume) {
    return new Neurite("any", sends, primary, spine, 0, 0, 100, 100, 0, 10, 4, volume);
  }

  private static Neurite dendrite(String kind, int onSoma, double trunkUm, int spines) {
    return new Neurite(
        kind, 0, 0, 0, 20, onSoma, trunkUm, trunkUm, spines, 0, 0, OptionalDouble.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "20, 10, excitatory",
    "20, 9, unclear",
    "20, 4, unclear",
    "20, 3, inhibitory",
    "9, 9, otherAxon"
  })
  void axonsAreClassedByTheirPrimarySpines(int sends, int primary, String expected) {
    Neurite axon = axon(sends, primary, primary, OptionalDouble.empty());
    assertThat(NeuronRules.DEFAULT.of(axon, true)).isEqualTo(expected);
    assertThat(NeuronRules.DEFAULT.of(axon, false)).isEqualTo("axon");
  }

  @Test
  void thalamocorticalAxonsHaveLargeBoutonsWithManySynapses() {
    assertThat(Neurite.thalamocortical(0.19, 1.55, 0.475, 0.3))
        .as("the value worked out by hand from the published logistic")
        .isCloseTo(0.536836, within(1e-6));
    Neurite of = axon(20, 19, 19, OptionalDouble.of(0.3)); // D .19, S 1.9, M .4, V .3
    assertThat(of.thalamocortical().orElseThrow()).isCloseTo(0.662767, within(1e-6));
    assertThat(NeuronRules.DEFAULT.of(of, true)).isEqualTo("thalamocortical");
    assertThat(NeuronRules.DEFAULT.of(axon(20, 12, 12, OptionalDouble.of(0.3)), true))
        .isEqualTo("corticocortical");
  }

  @Test
  void targetsAreClassedBySomaTrunkAndSpines() {
    NeuronRules rules = NeuronRules.DEFAULT;
    assertThat(rules.of(dendrite("soma", 11, 50, 0), true)).isEqualTo("soma");
    assertThat(rules.of(dendrite("soma", 10, 50, 0), true)).isEqualTo("proximalDendrite");
    assertThat(rules.of(dendrite("dendrite", 0, 50, 19), true)).isEqualTo("smoothDendrite");
    assertThat(rules.of(dendrite("dendrite", 0, 50, 20), true)).isEqualTo("otherDendrite");
    assertThat(rules.of(dendrite("any", 0, 4.9, 20), true)).isEqualTo("fragment");
    assertThat(rules.of(dendrite("spinehead", 0, 0, 1), true)).isEqualTo("fragment");
    assertThat(rules.of(dendrite("any", 0, 50, 0), false)).isEqualTo("dendrite");
    assertThatThrownBy(() -> new NeuronRules(10, 0.2, 0.5, 0.6, 0.4, 5))
        .hasMessageContaining("inhibitoryBelow at most excitatoryFrom");
  }
}
