package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void largeSegmentsCountForMoreUnlessAllCountAlike() {
    Answers answers = new Answers();
    answers.add(0.9, true, 900);
    answers.add(0.8, false, 100);
    answers.add(0.2, true, 100);
    assertThat(recall(answers)).isEqualTo(0.9);
    assertThat(precision(answers)).isEqualTo(0.9);
    assertThat(recall(answers.alike())).isEqualTo(0.5);
    assertThat(precision(answers.alike())).isEqualTo(0.5);
  }

  @Test
  void anAnswerWithoutWeightCountsOnce() {
    Answers answers = new Answers();
    answers.add(0.9, true);
    answers.addSynapse(0.1, 0.7, SynapseTruth.Answer.REVERSE);
    assertThat(answers.weights()).containsExactly(1, 1);
    assertThat(answers.probabilities()).containsExactly(0.9, 0.7);
  }

  private static double recall(Answers answers) {
    return curve(answers).at(0.5).orElseThrow().recall();
  }

  private static double precision(Answers answers) {
    return curve(answers).at(0.5).orElseThrow().precision();
  }

  private static PrecisionRecall curve(Answers answers) {
    return PrecisionRecall.of(answers.probabilities(), answers.labels(), answers.weights());
  }
}
