package org.connectarium.reconstruction.network;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.learning.config.Adam;

/// Turns an [Architecture] into a Deeplearning4j graph: input `in` and output `loss`, both
/// (n, c, z, y, x); the logits are the activations of `logits`.
final class Dl4jGraph {
  private static final Convolution3D.DataFormat LAYOUT = Convolution3D.DataFormat.NCDHW;
  private final GraphBuilder graph;
  private final ConvolutionMode mode;
  private final IActivation activation;

  private Dl4jGraph(Architecture architecture, long seed) {
    boolean unet = architecture instanceof Architecture.UNet;
    mode = unet ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    activation = unet ? new ActivationReLU() : new ScaledTanh();
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(1e-3))
            .weightInit(unet ? WeightInit.RELU : WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipL2PerLayer)
            .gradientNormalizationThreshold(1.0)
            .graphBuilder()
            .addInputs("in");
  }

  static ComputationGraph build(Network network, long seed) {
    var self = new Dl4jGraph(network.architecture(), seed);
    String top =
        switch (network.architecture()) {
          case Architecture.UNet unet -> self.unet(unet);
          case Architecture.SegEm segem -> self.segem(segem);
        };
    int channels =
        switch (network.architecture()) {
          case Architecture.UNet unet -> unet.levels().getFirst().channels();
          case Architecture.SegEm segem -> segem.maps();
        };
    List<Integer> last =
        network.architecture() instanceof Architecture.SegEm s ? s.kernel() : List.of(1, 1, 1);
    self.convolution(
        "logits", top, channels, network.outputs().size(), last, new ActivationIdentity());
    self.graph
        .addLayer(
            "loss",
            new Cnn3DLossLayer.Builder(LAYOUT)
                .lossFunction(new MaskedCrossEntropy())
                .activation(Activation.IDENTITY)
                .build(),
            "logits")
        .setOutputs("loss");
    var built = new ComputationGraph(self.graph.build());
    built.init();
    return built;
  }

  private String unet(Architecture.UNet unet) {
    List<Architecture.Level> levels = unet.levels();
    String[] encoded = new String[levels.size()];
    String below = "in";
    int in = 1;
    int deepest = levels.size() - 1;
    for (int i = 0; i <= deepest; i++) {
      var level = levels.get(i);
      convolution("enc" + i + "a", below, in, level.channels(), level.kernel(), activation);
      convolution(
          "enc" + i + "b",
          "enc" + i + "a",
          level.channels(),
          level.channels(),
          level.kernel(),
          activation);
      below = "enc" + i + "b";
      if (unet.residual()) {
        below = sum("encsum" + i, "enc" + i + "a", below);
      }
      encoded[i] = below;
      in = level.channels();
      if (i < deepest) {
        graph.addLayer(
            "pool" + i,
            new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.MAX)
                .kernelSize(ints(level.pool()))
                .stride(ints(level.pool()))
                .dataFormat(LAYOUT)
                .build(),
            below);
        below = "pool" + i;
      }
    }
    for (int i = deepest - 1; i >= 0; i--) {
      var level = levels.get(i);
      graph.addLayer(
          "up" + i,
          new Deconvolution3D.Builder()
              .nIn(in)
              .nOut(level.channels())
              .kernelSize(ints(level.pool()))
              .stride(ints(level.pool()))
              .dataFormat(LAYOUT)
              .activation(activation)
              .build(),
          below);
      String skip = sum("skip" + i, "up" + i, encoded[i]);
      below = skip;
      for (int j = 0; j < unet.decoderConvolutions(); j++) {
        String name = "dec" + i + (char) ('a' + j);
        convolution(name, below, level.channels(), level.channels(), level.kernel(), activation);
        below = name;
      }
      if (unet.residual()) {
        below = sum("decsum" + i, skip, below);
      }
      in = level.channels();
    }
    return below;
  }

  private String sum(String name, String one, String other) {
    graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), one, other);
    return name;
  }

  private String segem(Architecture.SegEm segem) {
    String below = "in";
    for (int i = 0; i < segem.hiddenLayers(); i++) {
      convolution(
          "hidden" + i, below, i == 0 ? 1 : segem.maps(), segem.maps(), segem.kernel(), activation);
      below = "hidden" + i;
    }
    return below;
  }

  private void convolution(
      String name, String below, int in, int out, List<Integer> kernel, IActivation act) {
    var convolution =
        new Convolution3D.Builder()
            .nIn(in)
            .nOut(out)
            .kernelSize(ints(kernel))
            .convolutionMode(mode)
            .dataFormat(LAYOUT)
            .activation(act);
    graph.addLayer(
        name,
        act instanceof ScaledTanh ? convolution.build() : new RememberingConvolution(convolution),
        below);
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
