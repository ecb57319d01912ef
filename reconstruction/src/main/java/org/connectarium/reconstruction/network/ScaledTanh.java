package org.connectarium.reconstruction.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/// The activation of SegEM, 1.7159·tanh(0.66·x).
final class ScaledTanh extends BaseActivationFunction {
  private static final long serialVersionUID = 1L;
  private static final double HEIGHT = 1.7159;
  private static final double SLOPE = 0.66;

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    in.muli(SLOPE);
    Transforms.tanh(in, false);
    return in.muli(HEIGHT);
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    assertShape(in, epsilon);
    INDArray tanh = Transforms.tanh(in.mul(SLOPE), false);
    INDArray derivative = tanh.muli(tanh).rsubi(1).muli(HEIGHT * SLOPE);
    return new Pair<>(derivative.muli(epsilon), null);
  }

  @Override
  public String toString() {
    return "scaledtanh";
  }
}
