package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.connectarium.app.dataset.Prediction;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.cuda.CudaEngine;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.ModelFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final ModelFiles MODEL = ModelFiles.shipped("fibsem");
  private static final Progress SILENT = Progress.none();

  @BeforeEach
  void needsAMachineWithoutCard() {
    assumeFalse(CudaEngine.driverExists(), "there is an NVIDIA driver on this machine");
  }

  @Test
  void withoutCardTheProcessorIsTaken() {
    try (Engine engine = Engines.open(MODEL, Prediction.Engine.AUTO, SILENT)) {
      assertThat(engine.description()).contains("processor");
    }
  }

  @Test
  void whoInsistsOnACardIsToldThatThereIsNone() {
    assertThatThrownBy(() -> Engines.open(MODEL, Prediction.Engine.CUDA, SILENT))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No NVIDIA driver on this machine")
        .hasMessageContaining("set predict.engine to auto or dl4j");
  }
}
