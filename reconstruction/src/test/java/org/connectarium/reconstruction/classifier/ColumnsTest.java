package org.connectarium.reconstruction.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final float[] ROW = {10, 20, 30};

  @Test
  void picksInTheOrderThatIsWanted() {
    assertThat(Columns.of(List.of("c", "a"), List.of("a", "b", "c")).of(ROW))
        .containsExactly(30, 10);
    assertThat(Columns.at(1, 1).of(ROW)).containsExactly(20, 20);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> Columns.of(List.of("d"), List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Feature d was not computed");
  }
}
