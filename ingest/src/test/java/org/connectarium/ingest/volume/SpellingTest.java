package org.connectarium.ingest.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void countsASwapOfNeighboursAsOneEdit() {
    assertThat(Spelling.edits("truth", "turth")).isEqualTo(1);
    assertThat(Spelling.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.edits("", "abc")).isEqualTo(3);
  }

  @Test
  void suggestsTheNearestWordWhateverItsCase() {
    List<String> keys = List.of("image", "voxelSizeNm", "truth");
    assertThat(Spelling.nearest("voxelsizenm", keys)).contains("voxelSizeNm");
    assertThat(Spelling.hint("imgae", keys)).isEqualTo("; did you mean \"image\"?");
  }

  @Test
  void listsAllWordsWhereNoneIsNear() {
    assertThat(Spelling.hint("colour", List.of("image", "truth")))
        .isEqualTo("; known are image, truth");
  }

  @Test
  void doesNotSuggestAWordWithoutACommonLetter() {
    assertThat(Spelling.nearest("zz", List.of("ab"))).isEmpty();
  }
}
