package org.connectarium.reconstruction.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.EngineContract;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/// Runs where there is a card, and says why where there is none.
class CudaEngineTest extends EngineContract {
  @BeforeAll
  static void needsCard() {
    @Nullable String reason = null;
    try {
      CudaEngine.card(0);
    } catch (BadInputException e) {
      reason = e.getMessage();
    }
    assumeTrue(reason == null, reason);
  }

  @Override
  protected Engine engine(Network network, Safetensors weights) {
    return CudaEngine.load(network, weights, "of the test", 0);
  }

  @Override
  protected double tolerance() {
    return 2e-2;
  }
}
