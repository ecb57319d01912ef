package org.connectarium.graph.soma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.columns.TinyColumns.alone;
import static org.connectarium.graph.columns.TinyColumns.only;

import java.util.concurrent.CancellationException;
import org.connectarium.graph.columns.TinyColumns;
import org.connectarium.graph.columns.Trait;
import org.junit.jupiter.api.Test;

/// Segment 0 is a nucleus that 1 touches. Where it matters, 9–7–8 are the tissue outside.
class SomataTest {
  private static final double ABOVE = Math.nextUp(0.98f);

  @Test
  void seedsTakeAllTheirNeighbours() {
    TinyColumns tiny = new TinyColumns(4).contact(0, 1, 0.1).contact(1, 2, 0.1).contact(2, 3, 0.1);
    assertThat(somata(tiny.trait(Trait.NUCLEUS, 0.6))).containsExactly(0, 0, -1, -1);
    assertThat(somata(tiny.trait(Trait.NUCLEUS, 0.5))).containsExactly(-1, -1, -1, -1);
  }

  @Test
  void growsOverSureAndLargeContactsNearTheNucleus() {
    TinyColumns tiny =
        outside(new TinyColumns(10))
            .contact(0, 1, 0.1, 10_000)
            .contact(1, 2, ABOVE, 2001, 8000, 0, 0)
            .contact(1, 3, 0.98, 2001)
            .contact(1, 4, ABOVE, 2000)
            .contact(1, 5, ABOVE, 2001, 8001, 0, 0);
    for (int i = 2; i < 6; i++) {
      tiny.contact(i, 9, 0.1, 5000);
    }
    assertThat(somata(tiny)).startsWith(0, 0, 0, -1, -1, -1);
  }

  @Test
  void facesCountAsPassing() {
    TinyColumns tiny = outside(new TinyColumns(10)).contact(0, 1, 0.1).face(1, 2);
    assertThat(somata(tiny.contact(2, 9, 0.1, 5000))).startsWith(0, 0, 0, -1);
  }

  @Test
  void addsWhatItEncloses() {
    TinyColumns tiny =
        outside(new TinyColumns(10))
            .contact(0, 1, 0.1)
            .contact(1, 2, 0.1, 10)
            .contact(2, 3, 0.1, 1000)
            .contact(1, 9, 0.1, 10);
    assertThat(somata(tiny)).startsWith(0, 0, 0, 0).endsWith(-1, -1, -1);
  }

  @Test
  void addsWhatItNearlyEncloses() {
    assertThat(somata(nearly(80, 20))[2]).isZero();
    assertThat(somata(nearly(79, 21))[2]).isEqualTo(-1);
  }

  @Test
  void anEnclosureGrowsRoundByRound() {
    // 3 touches 2 with most of its border, so it follows 2
    TinyColumns tiny = nearly(80, 10).contact(2, 3, 0.1, 10).contact(3, 9, 0.1, 2);
    assertThat(somata(tiny)).startsWith(0, 0, 0, 0);
    SomaParameters once = new SomaParameters(0.5, 0.98, 2000, 8000, 1, 0.8, 0.5, 0.5);
    assertThat(Somata.of(tiny.columns(), alone(10), only(10), once, () -> {}).ofUnit())
        .startsWith(0, 0, 0, -1);
  }

  @Test
  void vesselsMyelinAndWhatIsClosedStayOut() {
    TinyColumns tiny = new TinyColumns(4).trait(Trait.NUCLEUS, 0.9);
    tiny.contact(0, 1, 1, 9000).contact(0, 2, 1, 9000).contact(0, 3, 1, 9000);
    tiny.trait(Trait.VESSEL, 0, 0.6).trait(Trait.MYELIN, 0, 0, 0.6);
    assertThat(Somata.of(tiny.columns(), alone(4), only(4, 3), SomaParameters.DEFAULT, () -> {}))
        .extracting(Somata::ofUnit)
        .isEqualTo(new int[] {0, -1, -1, -1});
  }

  @Test
  void whatTwoNucleiCouldTakeGoesToTheLarger() {
    TinyColumns tiny =
        new TinyColumns(3).trait(Trait.NUCLEUS, 0.9, 0, 0.9).contact(0, 1, 1).contact(1, 2, 1);
    tiny.segments.voxels()[2] = 1001;
    assertThat(somata(tiny)).containsExactly(1, 0, 0);
  }

  @Test
  void seedsThatTouchAreOneNucleus() {
    TinyColumns tiny = new TinyColumns(3).trait(Trait.NUCLEUS, 0.9, 0.9).contact(0, 1, 0);
    tiny.contact(1, 2, 0);
    Somata somata = Somata.of(tiny.columns(), alone(3), only(3), SomaParameters.DEFAULT, () -> {});
    assertThat(somata.ofUnit()).containsExactly(0, 0, 0);
    assertThat(TinyColumns.after(alone(3), somata.joins())).containsExactly(0, 0, 0);
  }

  @Test
  void unitsAreTakenAsAWhole() {
    TinyColumns tiny = new TinyColumns(4).trait(Trait.NUCLEUS, 0.9).contact(0, 1, 0);
    int[] unit = {0, 1, 1, 2};
    Somata somata = Somata.of(tiny.columns(), unit, only(4), SomaParameters.DEFAULT, () -> {});
    assertThat(somata.ofUnit()).containsExactly(0, 0, -1);
    assertThat(TinyColumns.after(unit, somata.joins())).containsExactly(0, 0, 0, 1);
  }

  @Test
  void theOrderOfContactsChangesNothing() {
    for (long seed = 1; seed <= 10; seed++) {
      TinyColumns tiny = nearly(80, 10).contact(2, 3, 0.1, 10).contact(3, 9, 0.1, 2);
      assertThat(somata(tiny.shuffled(seed))).as("seed %d", seed).startsWith(0, 0, 0, 0, -1);
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(
            () ->
                Somata.of(
                    nearly(80, 20).columns(),
                    alone(10),
                    only(10),
                    SomaParameters.DEFAULT,
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new SomaParameters(0.5, 0.98, 2000, -1, 10, 0.8, 0.5, 0.5))
        .hasMessageContaining("must not be negative but were 2000, -1.0 and 10");
    assertThatThrownBy(() -> new SomaParameters(0.5, 0.98, 2000, 8000, 10, 80, 0.5, 0.5))
        .hasMessageContaining("must be 0…1 but one was 80.0");
  }

  private static TinyColumns outside(TinyColumns tiny) {
    return tiny.trait(Trait.NUCLEUS, 0.9).contact(9, 7, 0.1, 50_000).contact(7, 8, 0.1, 50_000);
  }

  /* 2 touches the soma with some of its border voxels and the tissue outside with others. */
  private static TinyColumns nearly(int inside, int outside) {
    return outside(new TinyColumns(10))
        .contact(0, 1, 0.1)
        .contact(1, 2, 0.1, inside)
        .contact(2, 9, 0.1, outside);
  }

  private static int[] somata(TinyColumns tiny) {
    int n = tiny.segments.count();
    return Somata.of(tiny.columns(), alone(n), only(n), SomaParameters.DEFAULT, () -> {}).ofUnit();
  }
}
