package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
  private static final VoxelSize NM = new VoxelSize(10, 10, 10);

  @ParameterizedTest
  @CsvSource({"simulated, CONTINUITY", "simulated, SYNAPSE", "medulla, CONTINUITY"})
  void shippedModelsAreOfFeaturesThatThereAre(String name, ModelKind kind) {
    ClassifierModel model = Models.open(name, kind, NM);
    assertThat(model.origin().name()).isEqualTo(name);
    assertThat(model.features()).isNotEmpty();
    assertThat(new HashSet<>(Examples.continuityNames())).containsAll(model.features());
  }

  @Test
  void othersAreRefused() {
    assertThatThrownBy(() -> Models.open("simulted", ModelKind.CONTINUITY, NM))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("did you mean \"simulated\"");
    assertThatThrownBy(() -> Models.open("medulla", ModelKind.SYNAPSE, NM))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("of synapse is shipped");
    assertThatThrownBy(() -> Models.open("simulated", ModelKind.SYNAPSE, new VoxelSize(10, 10, 30)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("voxels");
  }

  @Test
  void typesNeedContinuity() {
    assertThatThrownBy(() -> new Models(Optional.empty(), Optional.empty(), Optional.of("a/b")))
        .hasMessage("Types need a model of continuity");
    assertThat(Models.none().isNone()).isTrue();
  }
}
