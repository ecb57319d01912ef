package org.connectarium.app.pipeline;

import org.connectarium.app.dataset.Prediction;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.cuda.CudaEngine;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.ModelFiles;

/// Opens the engine that a dataset asks for.
final class Engines {
  private static final int FIRST_CARD = 0;

  private Engines() {}

  /// The engine, ready to run a model.
  ///
  /// @param progress told why a card that is there is not used
  /// @throws BadInputException if a card is asked for and there is none that can run it
  static Engine open(ModelFiles model, Prediction.Engine wanted, Progress progress) {
    return switch (wanted) {
      case DL4J -> model.engine();
      case CUDA -> cuda(model);
      case AUTO -> {
        if (!CudaEngine.driverExists()) {
          yield model.engine();
        }
        try {
          yield cuda(model);
        } catch (BadInputException e) {
          progress.note("the card is not used: " + e.getMessage());
          yield model.engine();
        }
      }
    };
  }

  private static Engine cuda(ModelFiles model) {
    return CudaEngine.load(model.network(), model.weights(), model.network().name(), FIRST_CARD);
  }
}
