package org.connectarium.reconstruction.network;

import org.connectarium.reconstruction.safetensors.Safetensors;

class Dl4jEngineTest extends EngineContract {
  @Override
  protected Engine engine(Network network, Safetensors weights) {
    return Dl4jEngine.load(network, weights, "of the test");
  }

  @Override
  protected double tolerance() {
    return 1e-5;
  }
}
