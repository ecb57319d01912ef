package org.connectarium.reconstruction.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;

class LightGbmTest {
  @Test
  void everyNamedLibraryIsInTheJar() {
    assertThat(
            new String[] {
              LightGbm.resource("Linux", "amd64"),
              LightGbm.resource("Linux", "aarch64"),
              LightGbm.resource("Mac OS X", "aarch64"),
              LightGbm.resource("Mac OS X", "x86_64"),
              LightGbm.resource("Windows 11", "amd64")
            })
        .allSatisfy(name -> assertThat(LightGbm.class.getResource(name)).as(name).isNotNull())
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhereItCannotTrain() {
    assertThatThrownBy(() -> LightGbm.resource("Linux", "riscv64"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Classifiers cannot be trained on Linux riscv64");
  }

  /// Takes the place of libgomp where the system has none.
  @Test
  void theOpenMpLibraryOfNd4jIsThere() {
    assertThat(LightGbm.class.getResource(LightGbm.OPENMP_OF_ND4J)).isNotNull();
  }
}
