package org.connectarium.reconstruction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class RememberingConvolutionTest {
  private static final Convolution3D.DataFormat LAYOUT = Convolution3D.DataFormat.NCDHW;

  private static Convolution3D.Builder layer(int in, int out, Activation activation) {
    return new Convolution3D.Builder()
        .nIn(in)
        .nOut(out)
        .kernelSize(3, 3, 3)
        .convolutionMode(ConvolutionMode.Same)
        .dataFormat(LAYOUT)
        .activation(activation);
  }

  private static ComputationGraph graph(Function<Convolution3D.Builder, Convolution3D> make) {
    var graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Sgd(0.1))
                .weightInit(WeightInit.RELU)
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", make.apply(layer(1, 4, Activation.RELU)), "in")
                .addLayer("b", make.apply(layer(4, 3, Activation.RELU)), "a")
                .addLayer("c", make.apply(layer(3, 1, Activation.IDENTITY)), "b")
                .addLayer(
                    "loss",
                    new Cnn3DLossLayer.Builder(LAYOUT)
                        .lossFunction(new MaskedCrossEntropy())
                        .activation(Activation.IDENTITY)
                        .build(),
                    "c")
                .setOutputs("loss")
                .build());
    graph.init();
    return graph;
  }

  private static DataSet data(long seed) {
    Nd4j.getRandom().setSeed(seed);
    INDArray input = Nd4j.randn(1, 1, 6, 7, 8);
    return new DataSet(input, input.gt(0.3).castTo(input.dataType()));
  }

  @Test
  void learnsJustAsTheLayerThatComputesTwice() {
    var remembering = graph(RememberingConvolution::new);
    var plain = graph(Convolution3D.Builder::build);
    INDArray before = plain.params().dup();

    for (int step = 0; step < 5; step++) {
      remembering.fit(data(step + 1));
      plain.fit(data(step + 1));
    }

    assertThat(plain.params().equalsWithEps(before, 1e-3)).isFalse();
    assertThat(remembering.params().toFloatVector())
        .containsExactly(plain.params().toFloatVector());
  }

  @Test
  void aPredictionInBetweenIsNotMistakenForTheForwardPass() {
    var disturbed = graph(RememberingConvolution::new);
    var plain = graph(Convolution3D.Builder::build);

    for (int step = 0; step < 3; step++) {
      disturbed.fit(data(step + 1));
      disturbed.outputSingle(false, data(99).getFeatures());
      plain.fit(data(step + 1));
    }

    assertThat(disturbed.params().toFloatVector()).containsExactly(plain.params().toFloatVector());
  }

  @Test
  void refusesAnActivationWhoseSlopeDoesNotShowInItsValue() {
    assertThatThrownBy(() -> new RememberingConvolution(layer(1, 1, Activation.GELU)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gelu");
  }
}
