package org.connectarium.reconstruction.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.connectarium.reconstruction.network.SampleNetworks.Sample;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every engine must do: compute the layers by their definition.
public abstract class EngineContract {
  /// The engine with stored weights.
  protected abstract Engine engine(Network network, Safetensors weights);

  /// Greatest ‖out − reference‖ / ‖reference‖.
  protected abstract double tolerance();

  static Stream<Sample> samples() {
    return SampleNetworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void agreesWithTheDefinition(Sample sample) {
    float[] image = SampleNetworks.image(sample.zyx(), 1);
    float[] expected =
        new ReferenceEngine(sample.network(), sample.weights()).predict(image, sample.zyx());
    try (Engine engine = engine(sample.network(), sample.weights())) {
      assertThat(error(engine.predict(image, sample.zyx()), expected)).isLessThan(tolerance());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anotherSizeAndAnotherImageFollow(Sample sample) {
    List<Integer> multiple = sample.network().architecture().multiple();
    int[] larger = sample.zyx().clone();
    for (int a = 0; a < 3; a++) {
      larger[a] += multiple.get(a);
    }
    float[] image = SampleNetworks.image(sample.zyx(), 2);
    float[] largeImage = SampleNetworks.image(larger, 3);
    var reference = new ReferenceEngine(sample.network(), sample.weights());
    try (Engine engine = engine(sample.network(), sample.weights())) {
      engine.predict(SampleNetworks.image(sample.zyx(), 1), sample.zyx());
      assertThat(error(engine.predict(largeImage, larger), reference.predict(largeImage, larger)))
          .isLessThan(tolerance());
      assertThat(error(engine.predict(image, sample.zyx()), reference.predict(image, sample.zyx())))
          .isLessThan(tolerance());
    }
  }

  private static double error(float[] values, float[] expected) {
    assertThat(values).hasSameSizeAs(expected);
    return ReferenceEngine.relativeError(values, expected);
  }
}
