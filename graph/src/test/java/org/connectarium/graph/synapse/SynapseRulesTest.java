package org.connectarium.graph.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.connectarium.graph.synapse.SynapseRules.Verdict;
import org.junit.jupiter.api.Test;

class SynapseRulesTest {
  private static final SynapseRules RULES = SynapseRules.DEFAULT;

  @Test
  void theLikelierDirectionMustReachTheLeastProbability() {
    assertThat(RULES.of(0.5f, 0, 0, 0)).isEqualTo(Verdict.SYNAPSE);
    assertThat(RULES.of(0, 0.5f, 0, 0)).isEqualTo(Verdict.SYNAPSE);
    assertThat(RULES.of(0.49f, 0.1f, 0, 0)).isEqualTo(Verdict.NONE);
    assertThat(new SynapseRules(0.9, 1, 1, 1).of(0.9f, 0, 0, 0)).isEqualTo(Verdict.SYNAPSE);
  }

  @Test
  void bothDirectionsAboveMinusTwoAreAmbiguous() {
    assertThat(RULES.ambiguousAbove()).isCloseTo(0.1192, within(5e-5)); // 1 / (1 + e²)
    assertThat(RULES.of(0.9f, 0.1f, 0, 0)).isEqualTo(Verdict.SYNAPSE);
    assertThat(RULES.of(0.9f, 0.12f, 0, 0)).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(RULES.of(0.12f, 0.9f, 0, 0)).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(RULES.of(0.12f, 0.13f, 0, 0)).isEqualTo(Verdict.NONE); // neither is one
    assertThat(new SynapseRules(0.5, 0.25, 1, 1).of(0.9f, 0.25f, 0, 0)).isEqualTo(Verdict.SYNAPSE);
  }

  @Test
  void oneCellOnBothSidesIsNone() {
    assertThat(RULES.of(0.9f, 0, 0.7f, 0)).isEqualTo(Verdict.SYNAPSE); // 0.7 is not above 0.7
    assertThat(RULES.of(0.9f, 0, Math.nextUp(0.7f), 0)).isEqualTo(Verdict.CONTINUITY);
  }

  @Test
  void myelinHasNone() {
    assertThat(RULES.of(0.9f, 0, 0, 0.375f)).isEqualTo(Verdict.SYNAPSE);
    assertThat(RULES.of(0.9f, 0, 0, 0.376f)).isEqualTo(Verdict.MYELIN);
  }

  @Test
  void theFirstRuleCounts() {
    assertThat(RULES.of(0.9f, 0.2f, 1, 1)).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(RULES.of(0.9f, 0, 1, 1)).isEqualTo(Verdict.CONTINUITY);
    assertThat(RULES.of(0.1f, 0, 1, 1)).isEqualTo(Verdict.NONE);
  }

  @Test
  void valuesOutOfRangeAreErrors() {
    assertThatThrownBy(() -> new SynapseRules(0.5, 0.1, 1.5, 0.3))
        .hasMessageContaining("must be 0…1 but one was 1.5");
    assertThatThrownBy(() -> new SynapseRules(Double.NaN, 0.1, 1, 0.3))
        .hasMessageContaining("must be 0…1 but one was NaN");
  }
}
