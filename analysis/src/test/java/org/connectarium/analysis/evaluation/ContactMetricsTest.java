package org.connectarium.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactMetricsTest {
  @Test
  void countsJoinsWithinAndAcrossCells() {
    long[] cell = {7, 7, 7, 8, 0};
    long[] agglomerate = {1, 1, 2, 2, 2};
    /* joined and within; apart and within; joined across; apart across; unknown */
    ContactMetrics m =
        ContactMetrics.of(new int[] {0, 1, 2, 0, 3}, new int[] {1, 2, 3, 3, 4}, cell, agglomerate);
    assertThat(m).isEqualTo(new ContactMetrics(4, 1, 1, 1, 1));
    assertThat(m.precision()).isEqualTo(0.5);
    assertThat(m.recall()).isEqualTo(0.5);
  }

  @Test
  void whatIsInNoAgglomerateIsNotJoined() {
    ContactMetrics m =
        ContactMetrics.of(new int[] {0}, new int[] {1}, new long[] {7, 7}, new long[] {0, 0});
    assertThat(m.recall()).isZero();
    assertThat(m.precision()).isNaN();
  }
}
