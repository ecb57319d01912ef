package org.connectarium.reconstruction.network;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.layers.convolution.Convolution3DLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A 3D convolution that remembers its output for the way back. The layer of Deeplearning4j
/// computes the convolution once more there, only to know where its activation had a slope.
///
/// Right for activations whose slope shows in their value: identity (1 everywhere) and ReLU
/// (positive exactly where its input was).
final class RememberingConvolution extends Convolution3D {
  private static final long serialVersionUID = 1L;

  RememberingConvolution(Builder builder) {
    super(builder);
    if (!(getActivationFn() instanceof ActivationIdentity
        || getActivationFn() instanceof ActivationReLU)) {
      throw new IllegalArgumentException(
          "Only identity and ReLU show their slope in their value, but the activation is "
              + getActivationFn());
    }
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    var layer = new Remembering(conf, dataType);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialise));
    layer.setConf(conf);
    return layer;
  }

  /// The layer itself.
  private static final class Remembering extends Convolution3DLayer {
    private static final long serialVersionUID = 1L;
    private transient @Nullable INDArray output;

    Remembering(NeuralNetConfiguration conf, DataType dataType) {
      super(conf, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      INDArray activated = super.activate(training, workspaces);
      output = training ? activated : null;
      return activated;
    }

    @Override
    protected Pair<INDArray, INDArray> preOutput(
        boolean training, boolean backwards, LayerWorkspaceMgr workspaces) {
      INDArray remembered = output;
      if (backwards && remembered != null) {
        output = null;
        return new Pair<>(remembered, null);
      }
      return super.preOutput(training, backwards, workspaces);
    }
  }
}
