package org.connectarium.reconstruction.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.connectarium.reconstruction.safetensors.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/// A network that runs in Deeplearning4j, for training and for prediction.
public final class Dl4jEngine implements Engine {
  private final Network network;
  private final ComputationGraph graph;

  private Dl4jEngine(Network network, ComputationGraph graph) {
    this.network = network;
    this.graph = graph;
  }

  /// A network with random weights.
  public static Dl4jEngine create(Network network, long seed) {
    return new Dl4jEngine(network, Dl4jGraph.build(network, seed));
  }

  /// A network with stored weights.
  ///
  /// @throws BadInputException if a tensor is missing, unknown or of another shape
  public static Dl4jEngine load(Network network, Safetensors weights, String where) {
    Dl4jEngine engine = create(network, 0);
    Map<String, INDArray> table = engine.graph.paramTable();
    if (!table.keySet().equals(weights.tensors().keySet())) {
      throw new BadInputException(
          "Weights "
              + where
              + " do not fit their model.json: expected tensors "
              + new TreeMap<>(table).keySet()
              + " but got "
              + new TreeMap<>(weights.tensors()).keySet());
    }
    for (var e : table.entrySet()) {
      Tensor tensor = weights.tensors().get(e.getKey());
      if (tensor == null || !tensor.shape().equals(shape(e.getValue()))) {
        throw new BadInputException(
            "Weights "
                + where
                + " do not fit their model.json: tensor "
                + e.getKey()
                + " should have shape "
                + shape(e.getValue()));
      }
      e.getValue().assign(Nd4j.createFromArray(tensor.values()).reshape(e.getValue().shape()));
    }
    return engine;
  }

  @Override
  public Network network() {
    return network;
  }

  /// The weights as tensors named `layer_W` and `layer_b`.
  public Safetensors weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (var e : graph.paramTable().entrySet()) {
      tensors.put(
          e.getKey(),
          new Tensor(shape(e.getValue()), e.getValue().dup('c').ravel().toFloatVector()));
    }
    return new Safetensors(tensors, Map.of("model", network.name()));
  }

  /// State of the optimiser, for a training that goes on later.
  public float[] optimiserState() {
    INDArray state = graph.getUpdater().getUpdaterStateViewArray();
    return state == null ? new float[0] : state.dup('c').ravel().toFloatVector();
  }

  /// Takes over the state of an optimiser and how many steps it has made.
  public void restoreOptimiser(float[] state, int steps) {
    graph
        .getUpdater(true)
        .getUpdaterStateViewArray()
        .assign(Nd4j.createFromArray(state).reshape(1, state.length));
    graph.getConfiguration().setIterationCount(steps);
  }

  /// One step of training on one crop.
  ///
  /// @param input scaled grey values (z, y, x)
  /// @param targets 0, 1 or negative for unknown, (c, z, y, x) in the size of the output
  /// @return the loss before the step
  public double train(float[] input, int[] inputZyx, float[] targets, double learningRate) {
    graph.setLearningRate(learningRate);
    graph.fit(
        new DataSet(array(1, input, inputZyx), array(outputs(), targets, outputZyx(inputZyx))));
    return graph.score();
  }

  /// The loss on one crop without learning from it.
  public double loss(float[] input, int[] inputZyx, float[] targets) {
    return graph.score(
        new DataSet(array(1, input, inputZyx), array(outputs(), targets, outputZyx(inputZyx))),
        false);
  }

  @Override
  public float[] predict(float[] input, int[] inputZyx) {
    INDArray logits = graph.outputSingle(false, array(1, input, inputZyx));
    float[] out = logits.dup('c').ravel().toFloatVector();
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (1 / (1 + Math.exp(-out[i])));
    }
    return out;
  }

  @Override
  public String description() {
    return "Deeplearning4j on the processor";
  }

  /// Nothing to do: its memory is freed with its arrays.
  @Override
  public void close() {}

  /// Number of weights.
  public long parameters() {
    return graph.numParams();
  }

  private int outputs() {
    return network.outputs().size();
  }

  private static INDArray array(int channels, float[] values, int[] zyx) {
    return Nd4j.createFromArray(values).reshape('c', 1, channels, zyx[0], zyx[1], zyx[2]);
  }

  private static List<Integer> shape(INDArray array) {
    List<Integer> shape = new ArrayList<>();
    for (long s : array.shape()) {
      shape.add((int) s);
    }
    return shape;
  }
}
