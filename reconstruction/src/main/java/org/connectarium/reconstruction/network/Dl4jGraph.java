package org.connectarium.reconstruction.network;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.learning.config.Adam;

/// Turns a [LayerGraph] into a Deeplearning4j graph: input `in` and output `loss`, both
/// (n, c, z, y, x); the logits are the activations of `logits`.
final class Dl4jGraph {
  private static final Convolution3D.DataFormat LAYOUT = Convolution3D.DataFormat.NCDHW;
  private final GraphBuilder graph;
  private final Map<String, Integer> channels;

  private Dl4jGraph(LayerGraph layers, long seed) {
    channels = layers.channels();
    boolean tanh =
        layers.layers().stream()
            .anyMatch(
                l -> l instanceof Layer.Convolution c && c.activation() == Activation.SCALED_TANH);
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(1e-3))
            .weightInit(tanh ? WeightInit.XAVIER : WeightInit.RELU)
            .gradientNormalization(GradientNormalization.ClipL2PerLayer)
            .gradientNormalizationThreshold(1.0)
            .graphBuilder()
            .addInputs(LayerGraph.INPUT);
  }

  static ComputationGraph build(Network network, long seed) {
    LayerGraph layers = network.layers();
    var self = new Dl4jGraph(layers, seed);
    layers.layers().forEach(self::add);
    self.graph
        .addLayer(
            "loss",
            new Cnn3DLossLayer.Builder(LAYOUT)
                .lossFunction(new MaskedCrossEntropy())
                .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                .build(),
            LayerGraph.LOGITS)
        .setOutputs("loss");
    var built = new ComputationGraph(self.graph.build());
    built.init();
    return built;
  }

  private void add(Layer layer) {
    switch (layer) {
      case Layer.Convolution c -> convolution(c);
      case Layer.UpConvolution up ->
          graph.addLayer(
              up.name(),
              new Deconvolution3D.Builder()
                  .nIn(in(up))
                  .nOut(up.channels())
                  .kernelSize(ints(up.stride()))
                  .stride(ints(up.stride()))
                  .dataFormat(LAYOUT)
                  .activation(function(up.activation()))
                  .build(),
              up.from());
      case Layer.Pool pool ->
          graph.addLayer(
              pool.name(),
              new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.MAX)
                  .kernelSize(ints(pool.size()))
                  .stride(ints(pool.size()))
                  .dataFormat(LAYOUT)
                  .build(),
              pool.from());
      case Layer.Sum sum ->
          graph.addVertex(
              sum.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), sum.from(), sum.other());
      case Layer.Concatenation both ->
          graph.addVertex(both.name(), new MergeVertex(), both.from(), both.other());
    }
  }

  private void convolution(Layer.Convolution c) {
    var convolution =
        new Convolution3D.Builder()
            .nIn(in(c))
            .nOut(c.channels())
            .kernelSize(ints(c.kernel()))
            .convolutionMode(c.padded() ? ConvolutionMode.Same : ConvolutionMode.Truncate)
            .dataFormat(LAYOUT)
            .activation(function(c.activation()));
    graph.addLayer(
        c.name(),
        showsSlope(c.activation()) ? new RememberingConvolution(convolution) : convolution.build(),
        c.from());
  }

  private static boolean showsSlope(Activation activation) {
    return activation == Activation.IDENTITY || activation == Activation.RELU;
  }

  private int in(Layer layer) {
    return channels.getOrDefault(layer.inputs().getFirst(), 1);
  }

  private static IActivation function(Activation activation) {
    return switch (activation) {
      case IDENTITY -> new ActivationIdentity();
      case RELU -> new ActivationReLU();
      case SCALED_TANH -> new ScaledTanh();
      case ELU -> new ActivationELU();
    };
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
