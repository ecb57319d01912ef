package org.connectarium.graph.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.columns.TinyColumns.only;

import java.util.concurrent.CancellationException;
import org.connectarium.graph.columns.TinyColumns;
import org.connectarium.graph.columns.Trait;
import org.junit.jupiter.api.Test;

/// An axon of segments 0–4 along x, with its flanks at 5; 6 lies beyond its end, 7 beyond 6, 8 at
/// its flank.
class DirectionalGrowthTest {
  private static final int N = 9;
  private static final double[] VOXEL_NM = {10, 10, 10};
  private static final int[] COMPONENT = {0, 0, 0, 0, 0, 1, 2, 3, 4};

  @Test
  void growsOutOfItsEndsAndNotOutOfItsFlanks() {
    assertThat(grown(axon(0.9, 50, 0.9), only(N))).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 2);
  }

  @Test
  void whatIsTakenGrowsInTheNextRound() {
    GrowthParameters once = new GrowthParameters(1, 1000, 0.8, 0.9, 0.8, 40, 0.3, 2000);
    assertThat(grown(axon(0.9, 50, 0.9), only(N), once)).containsExactly(0, 0, 0, 0, 0, 1, 0, 2, 3);
  }

  @Test
  void allThresholdsMustBeExceeded() {
    int[] same = {0, 0, 0, 0, 0, 1, 2, 3, 4};
    assertThat(grown(axon(0.8, 50, 0.9), only(N))).containsExactly(same);
    assertThat(grown(axon(Math.nextUp(0.8f), 50, 0.9), only(N))[6]).isZero();
    assertThat(grown(axon(0.9, 40, 0.9), only(N))).containsExactly(same);
    assertThat(grown(axon(0.9, 41, 0.9), only(N))[6]).isZero();
    assertThat(grown(axon(0.9, 50, 0.3), only(N))).containsExactly(same);
    assertThat(grown(axon(0.9, 50, Math.nextUp(0.3f)), only(N))[6]).isZero();
  }

  @Test
  void smallAxonsDoNotGrow() {
    TinyColumns tiny = axon(0.9, 50, 0.9);
    for (int i = 0; i < 5; i++) {
      tiny.segments.voxels()[i] = 400;
    }
    assertThat(grown(tiny, only(N))[6]).isZero();
    tiny.segments.voxels()[0] = 399;
    assertThat(grown(tiny, only(N))[6]).isNotZero();
  }

  @Test
  void roundAxonsDoNotGrow() {
    TinyColumns tiny = axon(0.9, 50, 0.9);
    for (int i = 0; i < 5; i++) {
      tiny.segments.covarianceNm2()[6 * i + 3] = 1e6f;
      tiny.segments.covarianceNm2()[6 * i + 5] = 1e6f;
    }
    assertThat(grown(tiny, only(N))).containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4);
  }

  @Test
  void whatIsClosedIsNotGrownInto() {
    assertThat(grown(axon(0.9, 50, 0.9), only(N, 6))).containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4);
  }

  @Test
  void theOrderOfContactsChangesNothing() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(grown(axon(0.9, 50, 0.9).shuffled(seed), only(N)))
          .as("seed %d", seed)
          .containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 2);
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(
            () ->
                DirectionalGrowth.grow(
                    axon(0.9, 50, 0.9).columns(),
                    COMPONENT,
                    only(N, 0, 1, 2, 3, 4),
                    only(N),
                    VOXEL_NM,
                    GrowthParameters.DEFAULT,
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new GrowthParameters(1, 1000, 0.8, 1.5, 0.8, 40, 0.3, 2000))
        .hasMessageContaining("must be 0…1 but one was 1.5");
    assertThatThrownBy(() -> new GrowthParameters(-1, 1000, 0.8, 0.9, 0.8, 40, 0.3, 2000))
        .hasMessageContaining("must not be negative");
  }

  private static TinyColumns axon(double p, int voxels, double target) {
    TinyColumns tiny =
        new TinyColumns(N)
            .trait(Trait.AXON, 0.9, 0.9, 0.9, 0.9, 0.9, 0, target, target, target)
            .place(6, 2500, 0, 0, 20_000)
            .place(7, 3000, 0, 0, 20_000)
            .place(8, 1000, 500, 0, 20_000)
            .contact(0, 5, 0.1, 50, -250, 0, 0)
            .contact(4, 6, p, voxels, 2250, 0, 0)
            .contact(6, 7, p, voxels, 2750, 0, 0)
            .contact(2, 8, 0.97, 500, 1000, 200, 0)
            .contact(6, 5, 0.1, 50, 2500, 200, 0)
            .contact(7, 5, 0.1, 50, 3000, 200, 0);
    for (int i = 0; i < 5; i++) {
      tiny.place(i, 500 * i, 0, 0, 20_000).contact(i, 5, 0.1, 50, 500 * i, -200, 0);
    }
    return tiny;
  }

  private static int[] grown(TinyColumns tiny, boolean[] closed) {
    return grown(tiny, closed, GrowthParameters.DEFAULT);
  }

  private static int[] grown(TinyColumns tiny, boolean[] closed, GrowthParameters parameters) {
    return TinyColumns.after(
        COMPONENT,
        DirectionalGrowth.grow(
            tiny.columns(),
            COMPONENT,
            only(N, 0, 1, 2, 3, 4),
            closed,
            VOXEL_NM,
            parameters,
            () -> {}));
  }
}
