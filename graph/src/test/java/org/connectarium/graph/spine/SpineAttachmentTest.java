package org.connectarium.graph.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.columns.TinyColumns.alone;
import static org.connectarium.graph.columns.TinyColumns.only;

import java.util.concurrent.CancellationException;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.TinyColumns;
import org.connectarium.graph.columns.Trait;
import org.junit.jupiter.api.Test;

class SpineAttachmentTest {
  private static final SpineParameters FIRST = SpineParameters.DEFAULT;

  @Test
  void headsAreOfSureSegmentsOverSureContacts() {
    TinyColumns tiny =
        new TinyColumns(5)
            .trait(Trait.SPINE_HEAD, 0.6, 0.6, 0.5, 0.6, 0.6)
            .contact(0, 1, Math.nextUp(0.98f))
            .contact(1, 2, 1)
            .contact(1, 3, 0.98)
            .contact(1, 4, 1);
    Joins heads = SpineAttachment.heads(tiny.columns(), only(5, 0, 1, 2, 3), FIRST);
    assertThat(TinyColumns.after(alone(5), heads)).containsExactly(0, 0, 1, 2, 3);
  }

  @Test
  void walksOverTheMostProbableContactsToADendrite() {
    // head 0, dendrite 3; 4 touches the head less surely than 1 and is never entered
    TinyColumns tiny = neck().contact(0, 4, 0.25);
    assertThat(attached(tiny, FIRST)).containsExactly(0, 0, 0, 0, 1);
  }

  @Test
  void aPathGoesOnFromAllOfItsSegments() {
    // 1 leads nowhere, so the walk goes on from the head
    TinyColumns tiny = start(4).contact(0, 1, 0.9).contact(0, 2, 0.3).contact(2, 3, 0.2);
    assertThat(attached(tiny, FIRST)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void endsAfterTheMostSteps() {
    assertThat(attached(neck(), maxSteps(3))).containsExactly(0, 0, 0, 0, 1);
    assertThat(attached(neck(), maxSteps(2))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void endsAtUnsureContacts() {
    TinyColumns tiny = start(4).contact(0, 3, 0.05);
    assertThat(attached(tiny, FIRST)).containsExactly(0, 1, 2, 0);
    tiny = start(4).contact(0, 3, Math.nextDown(0.05f));
    assertThat(attached(tiny, FIRST)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void onlyHeadsThatMayBeDendriticStart() {
    TinyColumns tiny = neck().trait(Trait.DENDRITE, 0.05);
    assertThat(attached(tiny, FIRST)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void closedAndExcludedSegmentsAreNotEntered() {
    assertThat(attached(neck(), only(5, 2), FIRST)).containsExactly(0, 1, 2, 3, 4);
    for (Trait trait : new Trait[] {Trait.VESSEL, Trait.NUCLEUS}) {
      assertThat(attached(neck().trait(trait, 0, 0, 0.5), FIRST))
          .as("%s", trait)
          .containsExactly(0, 0, 0, 0, 1);
      assertThat(attached(neck().trait(trait, 0, 0, 0.6), FIRST))
          .as("%s", trait)
          .containsExactly(0, 1, 2, 3, 4);
    }
  }

  @Test
  void theLaterVersionKeepsOutOfAxonsAndGlia() {
    TinyColumns tiny = neck().trait(Trait.DENDRITE, 0.9, 0.9, 0.9, 0.9);
    SpineParameters later = SpineParameters.OPTIMISED_2;
    assertThat(attached(tiny, later)).containsExactly(0, 0, 0, 0, 1);
    assertThat(attached(tiny.trait(Trait.AXON, 0, 0, 0.96), later)[3]).isNotZero();
    assertThat(attached(tiny.trait(Trait.AXON, 0, 0, 0.951), later)[3]).isZero();
    assertThat(attached(tiny.trait(Trait.GLIA, 0, 0, 0.55), later)[3]).isNotZero();
    tiny.trait(Trait.GLIA, 0, 0, 0).trait(Trait.DENDRITE, 0.9, 0.9, 0.16);
    assertThat(attached(tiny, later)[3]).isNotZero();
  }

  @Test
  void whatTwoDendritesClaimGoesToNeither() {
    // heads 0 and 1 both enter 2, then go on to dendrites of their own, 3 and 4; neither enters the
    // head of the other
    TinyColumns tiny =
        new TinyColumns(5)
            .trait(Trait.DENDRITE, 0.9, 0.9)
            .trait(Trait.VESSEL, 0.6, 0.6)
            .contact(0, 2, 0.9)
            .contact(1, 2, 0.9)
            .contact(0, 3, 0.5)
            .contact(1, 4, 0.5);
    assertThat(attached(tiny, only(5, 0, 1), only(5, 3, 4), only(5), FIRST))
        .containsExactly(0, 1, 2, 0, 1);
  }

  @Test
  void whatIsBeyondALostSegmentStaysWithItsDendrite() {
    // both walks enter 2; the first goes on over 5 to 3
    TinyColumns tiny =
        new TinyColumns(6)
            .trait(Trait.DENDRITE, 0.9, 0.9)
            .trait(Trait.VESSEL, 0.6, 0.6)
            .contact(0, 2, 0.9)
            .contact(1, 2, 0.9)
            .contact(1, 4, 0.5)
            .contact(2, 5, 0.4)
            .contact(5, 3, 0.9);
    assertThat(attached(tiny, only(6, 0, 1), only(6, 3, 4), only(6), FIRST))
        .containsExactly(0, 1, 2, 0, 1, 0);
  }

  @Test
  void theOrderOfContactsChangesNothing() {
    for (long seed = 1; seed <= 10; seed++) {
      TinyColumns tiny = neck().contact(0, 4, 0.3).contact(1, 4, 0.3).shuffled(seed);
      assertThat(attached(tiny, FIRST)).as("seed %d", seed).containsExactly(0, 0, 0, 0, 1);
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(
            () ->
                SpineAttachment.attach(
                    neck().columns(),
                    alone(5),
                    only(5, 0),
                    only(5, 3),
                    only(5),
                    FIRST,
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> maxSteps(-1)).hasMessage("maxSteps must not be negative but was -1");
    assertThatThrownBy(() -> new SpineParameters(2, 0, 0, 0, 1, 1, 0, 1, 1, 1))
        .hasMessageContaining("must be 0…1 but one was 2.0");
  }

  private static TinyColumns start(int n) {
    return new TinyColumns(n).trait(Trait.DENDRITE, 0.06);
  }

  /* 0 –.9– 1 –.8– 2 –.3– 3, and 4 alone */
  private static TinyColumns neck() {
    return start(5).contact(0, 1, 0.9).contact(1, 2, 0.8).contact(2, 3, 0.3);
  }

  private static SpineParameters maxSteps(long steps) {
    return new SpineParameters(0.5, 0.98, 0.05, 0.05, steps, 1, 0, 1, 0.5, 0.5);
  }

  private static int[] attached(TinyColumns tiny, SpineParameters parameters) {
    return attached(tiny, only(tiny.segments.count()), parameters);
  }

  private static int[] attached(TinyColumns tiny, boolean[] closed, SpineParameters parameters) {
    int n = tiny.segments.count();
    return attached(tiny, only(n, 0), only(n, 3), closed, parameters);
  }

  private static int[] attached(
      TinyColumns tiny,
      boolean[] head,
      boolean[] dendrite,
      boolean[] closed,
      SpineParameters parameters) {
    int[] component = alone(tiny.segments.count());
    return TinyColumns.after(
        component,
        SpineAttachment.attach(
            tiny.columns(), component, head, dendrite, closed, parameters, () -> {}));
  }
}
