package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.connectarium.ingest.tissue.TissueParameters.Geometry;
import org.connectarium.ingest.tissue.TissueParameters.Population;
import org.connectarium.ingest.tissue.TissueParameters.Sizes;
import org.connectarium.ingest.tissue.TissueParameters.Wiring;
import org.junit.jupiter.api.Test;

class TissueParametersTest {
  private static final TissueParameters STANDARD = TissueParameters.DEFAULT;

  @Test
  void refusesAGapThatIsTooWideAndSaysWhatWouldDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TissueParameters(
                    STANDARD.geometry(),
                    STANDARD.wiring(),
                    STANDARD.sizes(),
                    STANDARD.mitochondria(),
                    8,
                    400,
                    30))
        .withMessage("Parameter gapNm must be between 4.0 and 40.0 but was 400.0");
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TissueParameters(
                    STANDARD.geometry(),
                    STANDARD.wiring(),
                    STANDARD.sizes(),
                    STANDARD.mitochondria(),
                    Double.NaN,
                    20,
                    30))
        .withMessageContaining("membraneNm");
  }

  @Test
  void refusesMoreAxonsThanThereIsRoomFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Geometry(15, 4, 95, 0.3, 360, 0.25, 110, 0.1, 0.6, 0, 0, 0.1, 17, 50))
        .withMessageContaining("axonLanes");
  }

  @Test
  void refusesClassesThatAddUpToMoreThanAllAxons() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wiring(0.5, 0.4, 0.2, 0, 0.2, 2, 1, 260, 0, 1, 1, List.of()))
        .withMessageContaining("thalamocortical + perisomatic + dendritic");
  }

  @Test
  void refusesAShareOfAxoaxonicAxonsThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wiring(0, 0, 0, -0.02, 0.2, 2, 1, 260, 0, 1, 1, List.of()))
        .withMessage("Parameter axoaxonic must be between 0.0 and 1.0 but was -0.02");
  }

  @Test
  void refusesPairsThatAddUpToMoreThanAllPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sizes(Sizes.DEFAULT.populations(), 0.6, 0.6, 0.1, 1))
        .withMessageContaining("ltpLike + ltdLike");
  }

  @Test
  void refusesThalamocorticalBoutonsThatAreTooLargeOrTooFull() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sizes(Sizes.DEFAULT.populations(), 0, 0, 0.1, 2.5))
        .withMessage("Parameter thalamocorticalBouton must be between 1.0 and 2.0 but was 2.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wiring(0, 0, 0, 0, 0.2, 2, 1, 260, 0, 9, 1, List.of()))
        .withMessage("Parameter thalamocorticalPerBouton must be between 1.0 and 4.0 but was 9.0");
  }

  @Test
  void refusesMoreMitochondriaThanNeuritesHaveRoomFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TissueParameters.Mitochondria(2.6, 1))
        .withMessage("Parameter mitochondria.share must be between 0.0 and 2.5 but was 2.6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TissueParameters.Mitochondria(1, 3))
        .withMessageContaining("mitochondria.radius");
  }

  @Test
  void drawsAreasFromTheMixture() {
    Sizes one = new Sizes(List.of(new Population(1, -0.7, 0.2)), 0, 0, 0.1, 1);
    Dice dice = new Dice(9);
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      sum += Math.log10(one.draw(dice));
    }
    assertThat(sum / n).isBetween(-0.71, -0.69);
  }
}
