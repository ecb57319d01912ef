package org.connectarium.reconstruction.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.calibration.Platt;
import org.junit.jupiter.api.Test;

class ClassifierModelTest {
  @Test
  void rowsHoldTheFeaturesOfAllClassifiersOnce() {
    ClassifierModel model = Fixtures.types();
    assertThat(model.features()).containsExactly("area", "mean", "thickness", "volume");
    float[] row = {50, 0, 200, 1};
    float[] p = new float[1];
    model.probabilities(0, row, 1, p); // area 50, mean 0: score −1.5
    assertThat(p[0]).isEqualTo((float) (1 / (1 + Math.exp(1.5))));
    model.probabilities(1, row, 1, p); // mean 0, area 50: 0 + 0.5
    assertThat(p[0]).isEqualTo((float) (0.3 + 0.25 * 0.6));
    model.probabilities(3, row, 1, p); // thickness 200, volume 1: 2 + 0.5
    assertThat(p[0]).isEqualTo(0.9f);
  }

  @Test
  void sharesAddUpToOne() {
    float[] p = {0.5f, 0.25f, 0.25f, 0};
    ClassifierModel.toShares(p);
    assertThat(p).containsExactly(0.5f, 0.25f, 0.25f, 0);
    float[] all = {1, 1, 1, 1};
    ClassifierModel.toShares(all);
    assertThat(all).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    float[] none = {0, 0};
    ClassifierModel.toShares(none);
    assertThat(none).containsExactly(0.5f, 0.5f);
  }

  @Test
  void findsItsFeaturesInRowsOfOthers() {
    ClassifierModel model = Fixtures.continuity();
    assertThat(model.columnsIn(List.of("x", "mean", "area"))).containsExactly(2, 1);
    assertThatThrownBy(() -> model.columnsIn(List.of("area")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Classifier model \"example\" wants the feature mean, which is not computed here;"
                + " train it again");
  }

  @Test
  void fitsDataOfItsVersionAndVoxelSize() {
    ClassifierModel model = Fixtures.continuity();
    model.requireFit(ModelKind.CONTINUITY, 3, List.of(12.36, 10.12, 25.3));
    assertThatThrownBy(() -> model.requireFit(ModelKind.SYNAPSE, 3, List.of(11.24, 11.24, 28.0)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Classifier model \"example\" tells continuity, not synapse; name another one");
    assertThatThrownBy(() -> model.requireFit(ModelKind.CONTINUITY, 4, List.of(11.24, 11.24, 28.0)))
        .hasMessage(
            "Classifier model \"example\" was trained on features of version 3, this program"
                + " computes version 4; train it again");
    assertThatThrownBy(() -> model.requireFit(ModelKind.CONTINUITY, 3, List.of(11.24, 12.4, 28.0)))
        .hasMessage(
            "Classifier model \"example\" was trained on voxels of [11.24, 11.24, 28.0] nm, the"
                + " data have [11.24, 12.4, 28.0] nm, more than 10 % apart along y; train one for"
                + " these data");
    assertThatThrownBy(() -> model.requireFit(ModelKind.CONTINUITY, 3, List.of(11.24, 11.24, 25.0)))
        .hasMessageContaining("along z");
  }

  @Test
  void hasOneClassifierForEachQuestion() {
    assertThatThrownBy(
            () ->
                new ClassifierModel(
                    Fixtures.origin(ModelKind.TYPE),
                    List.of(Fixtures.stumps(new Platt(-1, 0), "a", "b"))))
        .hasMessage("A model of kind type has 4 classifiers but 1 are given");
  }

  @Test
  void refusesAnOriginThatIsIncomplete() {
    assertThatThrownBy(
            () ->
                new ClassifierModel.Origin(
                    "n", ModelKind.TYPE, 1, List.of(1.0, 0.0, 1.0), "", Map.of()))
        .hasMessageContaining("voxelSizeNm must be three positive numbers");
    assertThatThrownBy(
            () ->
                new ClassifierModel.Origin(
                    "n", ModelKind.TYPE, 1, List.of(1.0, 1.0, 1.0), "abc", Map.of()))
        .hasMessageContaining("trainingData must be a SHA-256");
  }
}
