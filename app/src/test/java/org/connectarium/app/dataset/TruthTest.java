package org.connectarium.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
  @Test
  void listedValuesAreBoundaryAndAllOthersAreNot() {
    long[] values = {0, 1, 2, 6, 7, 1};
    new Truth("mask", Truth.Kind.MEMBRANE, List.of(0L, 6L)).settle(values);
    assertThat(values).containsExactly(1, 0, 0, 1, 0, 0);
  }

  @Test
  void withoutAListValuesStayAsTheyAre() {
    long[] values = {0, 5, 7};
    new Truth("mask", Truth.Kind.MEMBRANE, List.of()).settle(values);
    assertThat(values).containsExactly(0, 5, 7);
  }

  @Test
  void theMeaningDiffersWithTheList() {
    assertThat(new Truth("mask", Truth.Kind.MEMBRANE, List.of(6L)).meaning())
        .isNotEqualTo(new Truth("mask", Truth.Kind.MEMBRANE, List.of()).meaning())
        .contains("6");
  }
}
