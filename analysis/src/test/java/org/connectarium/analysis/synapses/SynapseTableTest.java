package org.connectarium.analysis.synapses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.inference.Seeds;
import org.junit.jupiter.api.Test;

class SynapseTableTest {
  private static final List<String> CLASSES = List.of("Somata", "Other");

  @Test
  void givesBackWhatWasAdded() {
    SynapseTable.Builder builder = SynapseTable.builder(CLASSES, 1);
    for (int i = 0; i < 100; i++) {
      builder.add(
          i,
          i + 1,
          i % 2,
          i == 70 ? SynapseKind.SECONDARY_SPINE : SynapseKind.SHAFT,
          i + 1,
          i,
          2f * i,
          3f * i,
          0.5f);
    }
    SynapseTable table = builder.build();
    assertThat(table.size()).isEqualTo(100);
    assertThat(table.pre(70)).isEqualTo(70);
    assertThat(table.post(70)).isEqualTo(71);
    assertThat(table.target(71)).isEqualTo(1);
    assertThat(table.kind(70)).isEqualTo(SynapseKind.SECONDARY_SPINE);
    assertThat(table.kind(71)).isEqualTo(SynapseKind.SHAFT);
    assertThat(table.areaUm2(70)).isEqualTo(71);
    assertThat(table.positionUm(70, 2)).isEqualTo(210);
    assertThat(table.probability(99)).isEqualTo(0.5f);
  }

  @Test
  void countsWhatIsOddAndKeepsIt() {
    SynapseTable table =
        SynapseTable.builder(CLASSES, 0)
            .add(1, 1, 0, SynapseKind.SOMA, 0.5f)
            .add(1, 2, 0, SynapseKind.SHAFT, 0)
            .add(1, 2, 0, SynapseKind.SHAFT, -1)
            .add(1, 2, 0, SynapseKind.SHAFT, Float.NaN)
            .build();
    assertThat(table.findings()).isEqualTo(new SynapseTable.Findings(1, 2, 1));
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.areaUm2(1)).isNaN();
  }

  @Test
  void countsTargetsAndSources() {
    SynapseTable table =
        SynapseTable.builder(CLASSES, 6)
            .add(3, 0, 0, SynapseKind.SOMA, 1)
            .add(3, 1, 1, SynapseKind.SHAFT, 1)
            .add(3, 1, 1, SynapseKind.PRIMARY_SPINE, 1)
            .add(5, 1, 1, SynapseKind.SHAFT, 1)
            .build();

    TargetCounts targets = table.targetCounts(2, i -> true);
    assertThat(targets.rows()).isEqualTo(1);
    assertThat(targets.neurite(0)).isEqualTo(3);
    assertThat(targets.column(0)).containsExactly(1);
    assertThat(targets.column(targets.column("Other"))).containsExactly(2);
    assertThat(targets.synapses(0)).isEqualTo(3);
    assertThat(targets.synapses()).isEqualTo(3);

    TargetCounts shafts = table.targetCounts(0, i -> table.kind(i) == SynapseKind.SHAFT);
    assertThat(shafts.rows()).isEqualTo(2);
    assertThat(shafts.column(1)).containsExactly(1, 1);

    byte[] axonClass = {0, 0, 0, 1, 0, 0};
    TargetCounts sources = table.sourceCounts(axonClass, List.of("CC", "TC"), 1);
    assertThat(sources.column(0)).containsExactly(0, 1);
    assertThat(sources.column(1)).containsExactly(1, 2);
    assertThatThrownBy(() -> table.sourceCounts(new byte[4], List.of("CC"), 1))
        .hasMessage("neurite 5 has no class: only 4 were given");
  }

  @Test
  void refusesWhatCannotBe() {
    SynapseTable.Builder builder = SynapseTable.builder(CLASSES, 1);
    assertThatThrownBy(() -> builder.add(-1, 0, 0, SynapseKind.SOMA, 1))
        .hasMessage("neurites of synapse 0 must be 0 or more but were -1, 0");
    assertThatThrownBy(() -> builder.add(0, 0, 2, SynapseKind.SOMA, 1))
        .hasMessage("synapse 0 has target class 2 but the classes are [Somata, Other]");
    assertThatThrownBy(() -> builder.add(0, 0, 1, SynapseKind.SOMA, 1, 0, 0, 0, 1.5f))
        .hasMessage("probability of synapse 0 must be in 0…1 but was 1.5");
    assertThatThrownBy(() -> TargetCounts.of(CLASSES, new int[][] {{1, -2}}))
        .hasMessage("counts must be 0 or more but row 0 has -2");
    assertThatThrownBy(() -> TargetCounts.of(CLASSES, new int[][] {{1}}))
        .hasMessage("row 0 has 1 counts but there are [Somata, Other]");
    assertThatThrownBy(() -> TargetCounts.of(CLASSES, new int[0][]).column("Soma"))
        .hasMessage("no class \"Soma\"; there are [Somata, Other]");
  }

  @Test
  void uncertainCountsKnowTheSynapsesBehindThem() {
    SynapseTable.Builder builder = SynapseTable.builder(CLASSES, 0);
    float[] p = {0.25f, 1, 0.5f, 1, 0.75f};
    for (int i = 0; i < p.length; i++) {
      builder.add(
          i < 4 ? 2 : 1, 0, i % 2, SynapseKind.SHAFT, 1, Float.NaN, Float.NaN, Float.NaN, p[i]);
    }
    UncertainCounts counts = builder.build().uncertainTargetCounts(2, i -> true);
    assertThat(counts.counts().rows()).isEqualTo(1);
    assertThat(counts.counts().neurite(0)).isEqualTo(2);
    assertThat(counts.probabilities(0, 0)).containsExactly(0.25, 0.5);
    assertThat(counts.otherProbabilities(0, 0)).containsExactly(1, 1);
    assertThat(counts.otherProbabilities(0, 1)).containsExactly(0.25, 0.5);
    assertThat(counts.isCertain()).isFalse();
    double sum = 0;
    for (int seed = 0; seed < 2000; seed++) {
      TargetCounts drawn = counts.drawn(Seeds.random(seed, 0));
      assertThat(drawn.count(0, 1)).isEqualTo(2);
      assertThat(drawn.neurite(0)).isEqualTo(2);
      sum += drawn.count(0, 0);
    }
    assertThat(sum / 2000).isBetween(0.70, 0.80);
  }

  @Test
  void rowsCanBeTakenDrawnAndAligned() {
    TargetCounts counts = TargetCounts.of(CLASSES, new int[][] {{1, 2}, {3, 4}, {5, 6}});
    TargetCounts taken = counts.take(new int[] {2, 0, 2});
    assertThat(taken.column(0)).containsExactly(5, 1, 5);
    assertThat(taken.neurite(1)).isZero();
    assertThat(counts.and(taken).totals()).containsExactly(3, 7, 11, 11, 3, 11);
    assertThat(counts.select(row -> row == 1).forRowsOf(counts).totals()).containsExactly(0, 7, 0);
    assertThat(Arrays.stream(counts.resampled(Seeds.random(1, 1)).totals()).boxed())
        .hasSize(3)
        .isSubsetOf(3, 7, 11);
  }
}
