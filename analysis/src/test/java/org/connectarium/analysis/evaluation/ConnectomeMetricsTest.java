package org.connectarium.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectarium.analysis.evaluation.ConnectomeMetrics.Synapse;
import org.junit.jupiter.api.Test;

class ConnectomeMetricsTest {
  private static Synapse core(long pre, long post) {
    return new Synapse(pre, post, true);
  }

  private static Synapse rim(long pre, long post) {
    return new Synapse(pre, post, false);
  }

  @Test
  void comparesNumbersPairByPair() {
    ConnectomeMetrics m =
        ConnectomeMetrics.of(
            List.of(core(1, 9), core(1, 9), core(2, 9), core(3, 8), rim(4, 8), core(5, 8)),
            List.of(
                core(1, 9), // one of two
                core(2, 9),
                core(2, 9), // one too many
                core(9, 2), // the wrong way round
                core(4, 8), // may be that of the rim
                rim(5, 8), // may be that of the core
                rim(6, 8), // may lie outside
                core(7, 7), // within a cell
                core(0, 9)));
    assertThat(m).isEqualTo(new ConnectomeMetrics(1, 5, 3, 3, 4, 3, 2));
    assertThat(m.synapsePrecision()).isEqualTo(0.5);
    assertThat(m.synapseRecall()).isEqualTo(0.6);
    assertThat(m.edgePrecision()).isEqualTo(0.6);
    assertThat(m.edgeRecall()).isEqualTo(0.75);
  }

  @Test
  void nothingIsNoNumber() {
    ConnectomeMetrics m = ConnectomeMetrics.of(List.of(), List.of());
    assertThat(m.synapsePrecision()).isNaN();
    assertThat(m.edgeRecall()).isNaN();
  }
}
