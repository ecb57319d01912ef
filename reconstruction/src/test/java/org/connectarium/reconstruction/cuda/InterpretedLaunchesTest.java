package org.connectarium.reconstruction.cuda;

import java.util.List;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.EngineContract;
import org.connectarium.reconstruction.network.LayerGraph;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.junit.jupiter.api.Nested;

/// The launches for a card, followed on the processor: fusion, packing of weights, places and
/// index arithmetic without a card.
class InterpretedLaunchesTest {
  /// The kernels of compute capability 9.0.
  @Nested
  class Hopper extends Interpreted {
    Hopper() {
      super(true);
    }
  }

  /// The kernels of all cards.
  @Nested
  class Portable extends Interpreted {
    Portable() {
      super(false);
    }
  }

  abstract static class Interpreted extends EngineContract {
    private final boolean hopper;

    Interpreted(boolean hopper) {
      this.hopper = hopper;
    }

    @Override
    protected double tolerance() {
      return 2e-3;
    }

    @Override
    protected Engine engine(Network network, Safetensors weights) {
      LayerGraph graph = network.layers();
      List<Fused> kernels = Fusion.of(graph, hopper);
      PackedWeights packed = PackedWeights.of(graph, kernels, weights, "of the test");
      return new Engine() {
        @Override
        public Network network() {
          return network;
        }

        @Override
        public float[] predict(float[] input, int[] inputZyx) {
          DevicePlan plan = DevicePlan.of(graph, kernels, packed.begin(), inputZyx);
          var interpreter = new LaunchInterpreter(plan.bytes(), packed);
          interpreter.write(plan.image(), input);
          plan.launches().forEach(interpreter::run);
          int[] out = outputZyx(inputZyx);
          return interpreter.read(
              plan.result(), network.outputs().size() * out[0] * out[1] * out[2]);
        }

        @Override
        public String description() {
          return "interpreted";
        }

        @Override
        public void close() {}
      };
    }
  }
}
