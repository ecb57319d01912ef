package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMeaningTest {
  @Test
  void namesInWords() {
    assertThat(FeatureMeaning.of("raw/hessian(2s)-1/S1@160/median").words())
        .isEqualTo("image: Hessian at 24 nm, eigenvalue 1, side 1 ≤ 160 nm, median");
    assertThat(FeatureMeaning.of("boundary/structure(s,3s)-3/border/q25").words())
        .isEqualTo(
            "boundary: structure tensor 12/36 nm, eigenvalue 3, border," + " lower quartile");
    assertThat(FeatureMeaning.of("raw/dog(3s,1.5)/S2@40/max").words())
        .isEqualTo("image: difference of Gaussians 36/54 nm, side 2 ≤ 40 nm," + " maximum");
    assertThat(FeatureMeaning.of("raw/raw/segment/mean").words())
        .isEqualTo("image: value, segment, mean");
    assertThat(FeatureMeaning.of("context/raw/sphere(6)/segment/kurtosis").words())
        .isEqualTo("image: mean in a sphere of 67 nm, context, kurtosis");
    assertThat(FeatureMeaning.of("raw/intensity-variance(5)/border/min").words())
        .isEqualTo("image: variance in 5³ voxels, border, minimum");
    assertThat(FeatureMeaning.of("shape/volume-S1@160").words())
        .isEqualTo("shape: volume, side 1 ≤ 160 nm");
    assertThat(FeatureMeaning.of("shape/parallel").words()).isEqualTo("shape: parallel");
    assertThat(FeatureMeaning.of("context/shape/contactArea").words())
        .isEqualTo("shape: contact area, context");
    assertThat(FeatureMeaning.of("synapse/outShare").words()).isEqualTo("synapse: out share");
    assertThat(FeatureMeaning.of("context/synapse/in").words()).isEqualTo("synapse: in, context");
    assertThat(FeatureMeaning.of("made-up").words()).isEqualTo("made-up");
  }

  /* A filter that is added to the textures without words here would be seen. */
  @Test
  void everyFeatureHasWordsOfItsOwn() {
    for (List<String> names :
        List.of(Examples.continuityNames(), Examples.synapseNames(), Examples.typeNames(true))) {
      List<String> words = names.stream().map(n -> FeatureMeaning.of(n).words()).toList();
      assertThat(words).doesNotHaveDuplicates().noneMatch(w -> w.contains("(") || w.contains("@"));
    }
  }

  @Test
  void groupsAreThoseOfThePaper() {
    List<FeatureMeaning> all =
        Examples.synapseNames().stream().map(FeatureMeaning::of).distinct().toList();
    assertThat(all.stream().map(FeatureMeaning::channel).distinct()).hasSize(51 + 1);
    assertThat(all.stream().map(FeatureMeaning::subVolume).distinct())
        .containsExactly(
            "border",
            "side 1 ≤ 40 nm",
            "side 1 ≤ 80 nm",
            "side 1 ≤ 160 nm",
            "side 2 ≤ 40 nm",
            "side 2 ≤ 80 nm",
            "side 2 ≤ 160 nm",
            "shape");
  }
}
